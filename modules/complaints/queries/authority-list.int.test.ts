// The list of the authority: what its filters find, whose territory it keeps to.
import { asOfficial, canary, leakProbe } from '@zhkh/tools/testing';
import { expect } from 'vitest';
import { redirectComplaint } from '../commands/redirect-complaint.server.ts';
import { authorityQuery } from '../domain/inbox-query.ts';
import { fileIn, makeScene } from '../testing/factories.ts';
import { answerIn, DAY, it, strangersIn } from '../testing/it.ts';
import { authorityList } from './authority-list.server.ts';

const ask = (filter: Partial<ReturnType<typeof authorityQuery.parse>> = {}) => ({ ...authorityQuery.parse({}), ...filter });

it('right: filters by words, number, company, group and state; offers companies and groups', async ({ regions, district }) => {
  const ids = {
    light: await fileIn(district),
    lift: await fileIn(district, { category: 'lift.stopped', body: 'Лифт стоит' }),
    waits: await fileIn(district, { category: 'water.no_cold', body: 'Нет воды' }),
    handed: await fileIn(district, { category: 'yard.waste', body: 'Не вывозят' }),
  };
  await answerIn(district, ids.waits.id);
  await redirectComplaint(district.employee, { complaintId: ids.handed.id, reason: 'Не наш контейнер' });
  const found = async (filter: Parameters<typeof ask>[0]) =>
    (await authorityList(district.official, ask(filter))).items.map((item) => item.id).sort();
  const of = (...names: (keyof typeof ids)[]) => names.map((name) => ids[name].id).sort();
  expect(await found({})).toEqual(of('light', 'lift', 'waits', 'handed'));
  expect(await found({ q: 'ЛИФТ' })).toEqual(of('lift'));
  expect(await found({ q: `№ ${ids.light.number}` })).toEqual(of('light'));
  expect(await found({ company: district.companyId })).toEqual(of('light', 'lift', 'waits'));
  expect(await found({ group: 'lift' })).toEqual(of('lift'));
  expect(await found({ state: 'company' })).toEqual(of('light', 'lift'));
  expect(await found({ state: 'resident' })).toEqual(of('waits'));
  expect(await found({ state: 'authority' })).toEqual(of('handed'));
  expect(await found({ state: 'closed' })).toEqual([]);
  regions.clock.advance(30 * DAY);
  expect(await found({ state: 'late' })).toEqual(of('light', 'lift'));
  const list = await authorityList(district.official, ask());
  expect(list.companies.map((one) => one.value)).toEqual([district.companyId]);
  expect(list.groups.map((one) => one.value)).toContain('lift');
});

it('right: finds what could not be delivered', async ({ regions }) => {
  const silent = await makeScene(regions, 'tyumen', { email: null, cabinet: false, oktmo: '71888000' });
  const { id } = await fileIn(silent);
  const official = await asOfficial(regions, 'tyumen', { territories: ['71888'] });
  expect((await authorityList(official, ask({ state: 'undelivered' }))).items.map((item) => item.id)).toEqual([id]);
});

it('right: an official of the settlement sees it as one of the district does, without the flat', async ({
  regions,
  district,
}) => {
  const { id } = await fileIn(district, { flat: '17' });
  const row = await district.system.db.selectFrom('complaint').select('oktmo').where('id', '=', id).executeTakeFirstOrThrow();
  const ofSettlement = await asOfficial(regions, 'tyumen', { territories: [row.oktmo ?? ''] });
  for (const ctx of [district.official, ofSettlement])
    expect((await authorityList(ctx, ask())).items).toMatchObject([{ id, flat: '' }]);
});

it('refused: residents, companies and officials of other territories find nothing', async ({ regions, here, complaintId }) => {
  expect((await authorityList(here.official, ask())).items.map((item) => item.id)).toContain(complaintId);
  for (const ctx of [here.resident, here.employee, ...(await strangersIn(regions))])
    expect(await authorityList(ctx, ask())).toMatchObject({ items: [], total: 0, companies: [] });
});

it('other region: nothing of it is listed', async ({ regions, here, there }) => {
  await fileIn(here, { body: canary('tyumen'), category: 'other' });
  await fileIn(there, { body: canary('omsk'), category: 'other' });
  expect(JSON.stringify(await authorityList(there.official, ask()))).toContain(canary('omsk'));
  await leakProbe(regions, (ctx) => authorityList(ctx, ask()));
});
