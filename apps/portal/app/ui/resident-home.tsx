// A resident's home: plate, the one amber action, numbers to call, cards and tiles, all from the modules.
import { ButtonLink, Page, type SlotData, Slots } from '@zhkh/ui';
import { homeCalls, homeCard, homePlate, homeTile, type PageAction } from '@zhkh/ui/app-slots';
import { useTranslation } from 'react-i18next';

export interface HomeParts {
  plate: readonly SlotData[];
  actions: readonly { id: string; data: PageAction }[];
  calls: readonly SlotData[];
  cards: readonly SlotData[];
  tiles: readonly SlotData[];
}

export function ResidentHome({ parts }: { parts: HomeParts }) {
  const { t } = useTranslation('portal');
  const { plate, actions, calls, cards, tiles } = parts;
  return (
    <Page room="tabs">
      <h1 className="vh">{t('home.title')}</h1>
      <Slots of={homePlate} data={plate} />
      {actions.map(({ id, data }) => (
        <ButtonLink key={id} kind="lamp" size="big" wide icon="plus" to={data.to}>
          {data.label}
        </ButtonLink>
      ))}
      <Slots of={homeCalls} data={calls} />
      <Slots of={homeCard} data={cards} />
      {tiles.length > 0 && (
        <div className="grid grid--tiles">
          <Slots of={homeTile} data={tiles} />
        </div>
      )}
    </Page>
  );
}
