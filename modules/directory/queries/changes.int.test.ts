// The timeline of a region: moves and changed facts of the official's territory, within the period.
import type { Context } from '@zhkh/kernel/module.server';
import { asOfficial, leakProbe } from '@zhkh/tools/testing';
import { expect } from 'vitest';
import type { FactChangeTable } from '../db-changes.ts';
import { changesQuery } from '../domain/schemas.ts';
import { makeImport } from '../testing/facts.ts';
import { makeCompany, makeHouse, makeTerm } from '../testing/factories.ts';
import { it, type Place } from '../testing/it.ts';
import { allChanges, changes, periodOf } from './changes.server.ts';

const tell = (
  ctx: Context,
  change: Pick<FactChangeTable, 'subject_id' | 'kind' | 'field' | 'before' | 'after'> & { on: string; importId?: string },
) => {
  const { on, importId, ...row } = change;
  return ctx.write((w) =>
    w.db
      .insertInto('fact_change')
      .values({
        ...row,
        changed_on: on,
        recorded_at: ctx.clock.now(),
        import_id: importId ?? null,
        import_line: importId ? 3 : null,
      })
      .execute(),
  );
};

let districts = 71_800;

/** A house in a district of its own that changed company on the first of February, and the district. */
async function movedHouse({ system, companyId }: Place) {
  const district = String((districts += 1));
  const next = await makeCompany(system, { shortName: 'УК «Новая»' });
  const houseId = await makeHouse(system, {
    companyId,
    oktmo: `${district}000`,
    address: 'обл. Тюменская, г. Тюмень, ул. Мира, д. 3',
  });
  await system.write((w) =>
    w.db.updateTable('management').set({ valid_to: '2026-02-01' }).where('house_id', '=', houseId).execute(),
  );
  await makeTerm(system, { houseId, companyId: next, from: '2026-02-01' });
  return { houseId, district };
}

it('right: moves and facts, newest first, each with its source; by kind and period', async ({ regions, here }) => {
  const { houseId, district } = await movedHouse(here);
  const importId = await makeImport(here.system, { connector: 'ozhf', file: 'ozhf.csv', day: '2026-02-20' });
  const status = { kind: 'house', field: 'status', before: 'in-use', after: 'emergency' } as const;
  await tell(here.system, { subject_id: houseId, ...status, on: '2026-02-20', importId });
  await tell(here.system, {
    subject_id: here.companyId,
    kind: 'company',
    field: 'name',
    before: 'А',
    after: 'Б',
    on: '2026-02-25',
  });
  const official = await asOfficial(regions, 'tyumen', { territories: [district] });
  const asked = (query: object) => changes(official, changesQuery.parse(query));

  const { rows, total } = await asked({ municipality: district });
  const source = { connector: 'ozhf', file: 'ozhf.csv', date: '2026-02-20', line: 3, importId };
  expect(rows).toMatchObject([
    {
      on: '2026-02-20',
      field: 'status',
      houseId,
      companyId: null,
      subject: 'г. Тюмень, ул. Мира, д. 3',
      before: 'in-use',
      after: 'emergency',
      source,
    },
    { on: '2026-02-01', field: 'manager', houseId, after: 'УК «Новая»', exact: true, source: null },
  ]);
  expect(total).toBe(2);
  expect(await allChanges(official, changesQuery.parse({ municipality: district }))).toEqual(rows);
  expect((await asked({ kind: 'manager', from: '2026-02-02' })).total).toBe(0);
  expect((await asked({ kind: 'company' })).rows).toMatchObject([
    { field: 'name', companyId: here.companyId, houseId: null, before: 'А', after: 'Б' },
  ]);
  expect(periodOf(official, {})).toEqual({ from: '2025-11-30', to: '2026-04-02' });
  expect(periodOf(official, { from: '2026-01-01' })).toEqual({ from: '2026-01-01', to: '2026-04-02' });
});

it('refused: what happened outside the territory or the period, to residents and companies anything of houses', async ({
  regions,
  here,
}) => {
  const { houseId, district } = await movedHouse(here);
  await tell(here.system, { subject_id: houseId, kind: 'house', field: 'floors', before: '5', after: '9', on: '2025-11-29' });
  const elsewhere = await asOfficial(regions, 'tyumen', { territories: ['71999'] });
  for (const ctx of [elsewhere, here.employee, here.resident])
    for (const kind of ['manager', 'house'] as const) {
      expect(await changes(ctx, changesQuery.parse({ kind, from: '2020-01-01' }))).toEqual({ rows: [], total: 0 });
      expect(await allChanges(ctx, changesQuery.parse({ kind, municipality: district }))).toEqual([]);
    }
  const official = await asOfficial(regions, 'tyumen', { territories: [district] });
  expect(periodOf(official, {}).from).toBe('2025-11-30');
  expect((await changes(official, changesQuery.parse({ kind: 'house' }))).total).toBe(0);
  expect((await changes(official, changesQuery.parse({ kind: 'house', from: '2025-11-29' }))).total).toBe(1);
});

it('other region: its timeline is its own, and so is its day', async ({ regions, here, there }) => {
  const { houseId } = await movedHouse(there);
  const query = changesQuery.parse({ from: '2020-01-01' });
  expect((await changes(there.official, query)).rows.map((row) => row.houseId)).toContain(houseId);
  expect((await allChanges(here.official, query)).map((row) => row.houseId)).not.toContain(houseId);
  await leakProbe(regions, (ctx) => changes(ctx, query));
  await leakProbe(regions, (ctx) => allChanges(ctx, query));
  regions.clock.set(new Date('2026-03-01T18:30:00Z'));
  expect([periodOf(here.official, {}).from, periodOf(there.official, {}).from]).toEqual(['2025-11-29', '2025-11-30']);
});
