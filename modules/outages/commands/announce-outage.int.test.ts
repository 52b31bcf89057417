// An outage is announced once for a key, for houses of its company, by those who may.
import { makeHouse } from '@zhkh/directory/testing';
import { asEmployee, asOfficial, heard } from '@zhkh/tools/testing';
import { expect } from 'vitest';
import { outageAnnounced } from '../contract.ts';
import { outageOne } from '../queries/outage-one.server.ts';
import { announcement, type Scene } from '../testing/scene.ts';
import { accountOf, changesOf, it, outageRow, strangersIn } from '../testing/it.ts';
import { announceOutage } from './announce-outage.server.ts';

const outagesOf = ({ system, companyId }: Scene) =>
  system.db.selectFrom('outage').select('id').where('company_id', '=', companyId).execute();

it('right: the outage stands with its houses, the first line of its history, and is told', async ({ regions, here }) => {
  const { id, repeated } = await announceOutage(here.employee, announcement(here, { info: 'Подвоз воды с 13:00' }));
  expect(repeated).toBe(false);
  expect(await outageRow(here, id)).toMatchObject({
    state: 'announced',
    revision: 1,
    kind: 'emergency',
    services: ['1'],
    company_id: here.companyId,
    author_kind: 'company',
    author_id: accountOf(here.employee),
    house_count: 2,
    flat_count: 120,
    municipality: '71701',
    info: 'Подвоз воды с 13:00',
    announced_at: regions.clock.now(),
    starts_at: new Date('2026-03-02T07:00:00Z'),
    ends_at: new Date('2026-03-02T10:00:00Z'),
  });
  const houses = here.system.db.selectFrom('outage_house').select(['house_id', 'company_id']).where('outage_id', '=', id);
  expect(await houses.orderBy('house_id').execute()).toEqual(
    [...here.houses].sort().map((house_id) => ({ house_id, company_id: here.companyId })),
  );
  expect(await changesOf(here, id)).toMatchObject([{ kind: 'announced', actor_name: 'Сотрудник', revision: 1 }]);
  expect(await heard(here.system, outageAnnounced)).toContainEqual({ outageId: id, revision: 1 });
});

it('right: it is once for a key, however often it is sent', async ({ here }) => {
  const input = announcement(here);
  const made = await Promise.all([1, 2, 3].map(() => announceOutage(here.employee, input)));
  expect(new Set(made.map((one) => one.id)).size).toBe(1);
  expect(made.filter((one) => !one.repeated)).toHaveLength(1);
  expect(await outagesOf(here)).toHaveLength(1);
});

it('right: houses are taken by words of the address', async ({ here }) => {
  const [first] = here.houses;
  const house = await here.system.db.selectFrom('house').select('number').where('id', '=', first).executeTakeFirstOrThrow();
  const byWords = announcement(here, { scope: 'filter', filter: `ПРОВЕРОЧНАЯ ${house.number}` });
  const { id } = await announceOutage(here.employee, byWords);
  expect((await outageOne(here.employee, id)).houses.map((one) => one.id)).toEqual([first]);
});

it('right: an official announces for a company of the own territory, which may finish it', async ({ regions, here }) => {
  const official = await asOfficial(regions, 'tyumen', { territories: ['71701'] });
  const { id } = await announceOutage(official, announcement(here, { services: ['3'] }));
  expect(await outageRow(here, id)).toMatchObject({ author_kind: 'authority', company_id: here.companyId });
  expect((await outageOne(here.employee, id)).steps).toContain('finish');
});

it('refused: another company, another territory, a resident; houses of another company', async ({ regions, here }) => {
  for (const ctx of await strangersIn(regions))
    await expect(announceOutage(ctx, announcement(here))).rejects.toMatchObject({ kind: 'notFound' });
  const stranger = await makeHouse(here.system);
  const foreign = announcement(here, { scope: 'chosen', houses: [stranger] });
  await expect(announceOutage(here.employee, foreign)).rejects.toThrow('outages.not-yours');
  const other = await asEmployee(regions, 'tyumen');
  await expect(announceOutage(other, announcement(here))).rejects.toMatchObject({ kind: 'notFound' });
  expect(await outagesOf(here)).toEqual([]);
});

it('refused: an end before the start or in the past, a start too far away', async ({ here }) => {
  const wrong = async (times: { startsAt: string; endsAt: string }) =>
    announceOutage(here.employee, announcement(here, times)).then(
      () => null,
      (error: { fields?: Record<string, { key: string }> }) => error.fields,
    );
  expect(await wrong({ startsAt: '2026-03-02T12:00', endsAt: '2026-03-02T11:00' })).toEqual({
    endsAt: { key: 'outages:errors.end-before-start' },
  });
  expect(await wrong({ startsAt: '2026-03-02T10:00', endsAt: '2026-03-02T11:30' })).toEqual({
    endsAt: { key: 'outages:errors.end-past' },
  });
  expect(await wrong({ startsAt: '2027-05-01T10:00', endsAt: '2027-05-01T12:00' })).toEqual({
    startsAt: { key: 'outages:errors.moment' },
  });
  expect(await outagesOf(here)).toEqual([]);
});

it('other region: its company announces nothing here, its houses are not ours', async ({ here, there }) => {
  await expect(announceOutage(there.employee, announcement(here))).rejects.toMatchObject({ code: 'outages.no-houses' });
  const foreign = announcement(here, { scope: 'chosen', houses: [there.houses[0]] });
  await expect(announceOutage(here.employee, foreign)).rejects.toMatchObject({ code: 'outages.not-yours' });
  expect([await outagesOf(here), await outagesOf(there)]).toEqual([[], []]);
});
