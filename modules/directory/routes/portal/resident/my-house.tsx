// A resident finds the home: by two typed words or by position, then the flat if they like, then it is theirs.
import { redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Button, Composer, Form, Page, type PageHandle, pageTitle, TextField, TopBar, useFormat } from '@zhkh/ui';
import { useTranslation } from 'react-i18next';
import { bindResidence } from '../../../commands/bind-residence.server.ts';
import { noHouseAction } from '../../../contract.ts';
import { bareCity, plateNumber } from '../../../domain/address-search/place-words.ts';
import { myHouseForm, myHouseQuery } from '../../../domain/schemas.ts';
import { change, read } from '../../../http.server.ts';
import { findChoices } from '../../../queries/address-search/find-choices.server.ts';
import { house } from '../../../queries/houses.server.ts';
import { managerOf } from '../../../queries/manager-of.server.ts';
import { residence } from '../../../queries/residence.server.ts';
import { HousePlate } from '../../../ui/house-plate.tsx';
import { HouseSearch, NotFoundHouse } from '../../../ui/house-search.tsx';

export const handle: PageHandle = { chrome: 'step' };

export const loader = read({ can: 'directory.bind-home', query: myHouseQuery }, async ({ ctx, query }) => {
  const account = 'accountId' in ctx.actor ? ctx.actor.accountId : '';
  const [home, chosen, choices, actions] = await Promise.all([
    residence(ctx, account),
    query.house ? house(ctx, query.house) : null,
    findChoices(ctx, query),
    ctx.slots(noHouseAction, {}),
  ]);
  const manager = chosen && (await managerOf(ctx, chosen.id));
  return {
    ...choices,
    q: query.q ?? '',
    title: ctx.t(home ? 'directory:myHouse.change' : 'directory:myHouse.title'),
    home: home && { houseId: home.houseId, address: home.address, flat: home.flat },
    chosen: chosen && {
      id: chosen.id,
      address: chosen.address,
      city: bareCity(chosen.city),
      street: chosen.street,
      number: plateNumber(chosen.number),
    },
    manager: manager && { shortName: manager.shortName, since: manager.since, sinceExact: manager.sinceExact },
    actions,
  };
});

export const action = change({ can: 'directory.bind-home', query: myHouseQuery, form: myHouseForm }, async ({ ctx, form }) => {
  const accountId = 'accountId' in ctx.actor ? ctx.actor.accountId : '';
  await ctx.write((w) => bindResidence(ctx, w, { accountId, houseId: form.houseId, flat: form.flat ?? null }));
  return redirect('/');
});

export const meta = pageTitle;

export default function MyHouse() {
  const data = useLoaderData<typeof loader>();
  return (
    <>
      <TopBar back={data.chosen ? '/my-house' : '/'} title={data.title} />
      <Page room="steps">{data.chosen ? <Confirm /> : <Find />}</Page>
    </>
  );
}

function Find() {
  const { t } = useTranslation('directory');
  const data = useLoaderData<typeof loader>();
  return (
    <>
      <div>
        <h1>{t('myHouse.which')}</h1>
        <p className="sub">{data.home ? t('myHouse.now', { address: data.home.address }) : t('myHouse.how')}</p>
      </div>
      <HouseSearch state={data} to={(house) => `/my-house?house=${house}`} empty={<NotFoundHouse actions={data.actions} />} />
    </>
  );
}

function Confirm() {
  const { t } = useTranslation('directory');
  const f = useFormat();
  const { chosen, manager, home } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  if (!chosen) return null;
  return (
    <>
      <h1>{t('myHouse.isIt')}</h1>
      <HousePlate house={chosen}>
        {manager ? (
          <span className="grow">
            {t('manager.by')} {manager.shortName}
            <br />
            <span className="small">
              {t(manager.sinceExact ? 'manager.since' : 'manager.sinceNotLater', { date: f.day(manager.since) })}
            </span>
          </span>
        ) : (
          <span className="grow">{t('manager.nobody')}</span>
        )}
      </HousePlate>
      <Form state={state} className="stack">
        <input type="hidden" name="houseId" value={chosen.id} />
        <TextField
          name="flat"
          label={t('myHouse.flat')}
          help={t('myHouse.flatWhy')}
          optional
          inputMode="numeric"
          autoComplete="off"
          defaultValue={home?.houseId === chosen.id ? (home.flat ?? '') : ''}
        />
        <Composer>
          <Button kind="main" size="big" wide>
            {t('myHouse.bind')}
          </Button>
        </Composer>
      </Form>
    </>
  );
}
