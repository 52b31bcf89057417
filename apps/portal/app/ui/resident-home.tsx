// A resident's home: plate, the one amber action, numbers to call, cards and tiles of the modules.
import { ButtonLink, Page, type SlotData, Slots, useUi } from '@zhkh/ui';
import { useTranslation } from 'react-i18next';

export function ResidentHome({ slots }: { slots: Record<string, readonly SlotData[]> }) {
  const { t } = useTranslation('portal');
  const { on } = useUi();
  const tiles = slots['resident-home.tile'] ?? [];
  return (
    <Page room="tabs">
      <h1 className="vh">{t('home.title')}</h1>
      <Slots of="resident-home.plate" data={slots['resident-home.plate'] ?? []} />
      {on.includes('complaints') && (
        <ButtonLink kind="lamp" size="big" wide icon="plus" to="/complaints/new">
          {t('home.report')}
        </ButtonLink>
      )}
      <Slots of="resident-home.calls" data={slots['resident-home.calls'] ?? []} />
      <Slots of="resident-home.card" data={slots['resident-home.card'] ?? []} />
      {tiles.length > 0 && (
        <div className="grid grid--tiles">
          <Slots of="resident-home.tile" data={tiles} />
        </div>
      )}
    </Page>
  );
}
