// A house for officials: facts, history of companies, the pin to move.
import { redirect } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { must } from '@zhkh/kernel/auth.server';
import { notFound } from '@zhkh/kernel/errors';
import { ButtonLink, Card, CardHead, PageHead, pageTitle, Slots } from '@zhkh/ui';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { moveHousePin } from '../../../commands/move-house-pin.server.ts';
import { housePagePanel } from '../../../contract.ts';
import { houseParams, pinForm } from '../../../domain/schemas.ts';
import { isoDateIn } from '../../../domain/season.ts';
import { change, read } from '../../../http.server.ts';
import { houseCard } from '../../../queries/house-card.server.ts';
import { houseHistory } from '../../../queries/house-history.server.ts';
import { houseForOfficial } from '../../../queries/house-for-official.server.ts';
import { mapAround } from '../../../queries/neighbours.server.ts';
import { HouseFacts } from '../../../ui/house-facts.tsx';
import { History } from '../../../ui/history.tsx';
import { PinForm } from '../../../ui/pin-form.tsx';
import { SourceDetails } from '../../../ui/source-line.tsx';
import { TermsTable } from '../../../ui/terms-table.tsx';

const moved = z.strictObject({ moved: z.literal('yes').optional() });

export const loader = read(
  { can: 'directory.read-register', params: houseParams, query: moved },
  async ({ ctx, params, query }) => {
    const row = await houseForOfficial(ctx, params.houseId);
    must(ctx, 'directory.read-register', 'house', row.rights);
    const card = await houseCard(ctx, params.houseId);
    if (!card) throw notFound('directory.house-not-found');
    const [panels, history] = await Promise.all([
      ctx.slots(housePagePanel, { houseId: params.houseId }),
      houseHistory(ctx, params.houseId),
    ]);
    return {
      title: card.house.address,
      card,
      around: row.around,
      neighbours: await mapAround(ctx, card.house, 40),
      panels,
      history,
      today: isoDateIn(ctx.clock.now(), card.house.timeZone),
      moved: query.moved === 'yes',
      canMove: ctx.ability.can('directory.move-pin', 'house', row.rights),
    };
  },
);

export const action = change(
  { can: 'directory.move-pin', params: houseParams, query: moved, form: pinForm },
  async ({ ctx, params, form }) => {
    await moveHousePin(ctx, { houseId: params.houseId, ...form });
    return redirect(`/authority/houses/${params.houseId}?moved=yes`);
  },
);

export const meta = pageTitle;

export default function AuthorityHouse() {
  const { t } = useTranslation('directory');
  const { card, around, neighbours, panels, history, today, moved: done, canMove } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { house, manager } = card;
  return (
    <>
      <PageHead
        title={house.address}
        sub={
          <>
            <Link to="/authority/houses">{t('register.title')}</Link> ·{' '}
            {manager ? <Link to={`/companies/${manager.companyId}`}>{manager.shortName}</Link> : t('manager.nobody')}
          </>
        }
        end={<ButtonLink to={`/houses/${house.id}`}>{t('register.publicPage')}</ButtonLink>}
      />
      <div className="grid grid--2">
        <div className="stack">
          <Card>
            <h2>{t('facts.title')}</h2>
            <HouseFacts house={house} facts={card.facts} full />
            <SourceDetails sources={[card.source, card.point.source]} />
          </Card>
          <Card kind="flush">
            <CardHead title={t('terms.title')} sub={t('terms.sub')} />
            <TermsTable terms={card.terms} />
          </Card>
          <History items={history} today={today} />
        </div>
        <div className="stack">
          {canMove && (
            <PinForm
              key={`${house.lat} ${house.lon}`}
              house={house}
              around={around}
              neighbours={neighbours}
              official={card.point.kind === 'official'}
              moved={done}
              state={state}
            />
          )}
          <Slots of={housePagePanel} data={panels} />
        </div>
      </div>
    </>
  );
}
