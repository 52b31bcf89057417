// A house's card: who manages it and since when, facts with their source, where it stands, what other modules know of it.
import { Link, useLoaderData } from '@remix-run/react';
import { notFound } from '@zhkh/kernel/errors';
import { ButtonLink, Card, CardColumns, Page, type PageHandle, pageTitle, Slots, TopBar } from '@zhkh/ui';
import { useTranslation } from 'react-i18next';
import { housePageAction, housePagePanel } from '../../../contract.ts';
import { bareCity, plateNumber } from '../../../domain/address-search/place-words.ts';
import { houseParams } from '../../../domain/schemas.ts';
import { isoDateIn } from '../../../domain/season.ts';
import { read } from '../../../http.server.ts';
import { houseHistory } from '../../../queries/house-history.server.ts';
import { houseCard } from '../../../queries/house-card.server.ts';
import { capitalRepairOf } from '../../../queries/capital-repair-of.server.ts';
import { meetingsOf } from '../../../queries/meetings-of.server.ts';
import { moreHouseFacts } from '../../../queries/more-facts-of.server.ts';
import { tariffsOf } from '../../../queries/tariffs-of.server.ts';
import { mapAround } from '../../../queries/neighbours.server.ts';
import { residence } from '../../../queries/residence.server.ts';
import { History } from '../../../ui/history.tsx';
import { filledByRepair, HouseFacts } from '../../../ui/house-facts.tsx';
import { HouseMap } from '../../../ui/house-map.tsx';
import { HouseMeetings } from '../../../ui/house-meetings.tsx';
import { HousePlate } from '../../../ui/house-plate.tsx';
import { HouseRepair } from '../../../ui/house-repair.tsx';
import { HouseTariffs } from '../../../ui/house-tariffs.tsx';
import { MoreFacts } from '../../../ui/more-facts.tsx';
import { ManagerCard } from '../../../ui/manager-line.tsx';
import { SourceDetails } from '../../../ui/source-line.tsx';

export const handle: PageHandle = { chrome: 'detail' };

export const loader = read({ can: 'public', params: houseParams }, async ({ ctx, params }) => {
  const { houseId } = params;
  const card = await houseCard(ctx, houseId);
  if (!card) throw notFound('directory.house-not-found');
  const resident = ctx.actor.kind === 'resident' ? ctx.actor.accountId : null;
  const [map, home, repair, tariffs, more, history, meetings, actions, panels] = await Promise.all([
    mapAround(ctx, card.house),
    resident ? residence(ctx, resident) : null,
    capitalRepairOf(ctx, houseId),
    tariffsOf(ctx, houseId),
    moreHouseFacts(ctx, houseId),
    houseHistory(ctx, houseId),
    meetingsOf(ctx, houseId),
    ctx.slots(housePageAction, { houseId }),
    ctx.slots(housePagePanel, { houseId }),
  ]);
  const { city, street, number, timeZone } = card.house;
  return {
    title: card.house.address,
    card,
    map,
    repair,
    tariffs,
    more,
    history,
    meetings,
    actions,
    panels,
    plate: { city: bareCity(city), street, number: plateNumber(number) },
    today: isoDateIn(ctx.clock.now(), timeZone),
    mine: home?.houseId === houseId,
    canBind: resident !== null && home?.houseId !== houseId,
  };
});

export const meta = pageTitle;

export default function House() {
  const { t } = useTranslation('directory');
  const { card, map, repair, tariffs, more, history, meetings, actions, panels, plate, today, mine, canBind } =
    useLoaderData<typeof loader>();
  const { house, manager } = card;
  const fromRepair = filledByRepair(card.facts, repair);
  return (
    <>
      <TopBar back="/houses" title={t('house.title')} wide />
      <Page room="tabs" width="wide">
        <h1 className="vh">{house.address}</h1>
        <HousePlate house={plate}>
          <span className="grow">
            {manager ? (
              <>
                {t('manager.by')} <Link to={`/companies/${manager.companyId}`}>{manager.shortName}</Link>
              </>
            ) : (
              t('manager.nobody')
            )}
          </span>
          {mine && <span className="nw">{t('house.mine')}</span>}
        </HousePlate>
        {actions.map(({ id, data }) => (
          <ButtonLink key={id} kind="lamp" size="big" wide icon="plus" to={data.to}>
            {data.label}
          </ButtonLink>
        ))}
        {canBind && (
          <ButtonLink kind="main" to={`/my-house?house=${house.id}`}>
            {t('house.bind')}
          </ButtonLink>
        )}
        <CardColumns>
          <ManagerCard manager={manager} terms={card.terms} today={today} />
          <Slots of={housePagePanel} data={panels} />
          <Card>
            <h2>{t('facts.title')}</h2>
            <HouseFacts house={house} facts={fromRepair.facts} lifts={fromRepair.lifts} />
            <SourceDetails sources={[card.source, ...fromRepair.sources]} />
          </Card>
          <HouseTariffs tariffs={tariffs} zone={house.timeZone} />
          <HouseRepair repair={repair} zone={house.timeZone} />
          <HouseMeetings meetings={meetings} zone={house.timeZone} />
          <MoreFacts facts={more} />
          <History items={history} today={today} />
          <HouseMap houses={map} official={card.point.kind === 'official'} source={card.point.source} />
        </CardColumns>
      </Page>
    </>
  );
}
