// History: from which company to which and since when, what of a house or a company changed, what the first look is not.
import type { Context } from '@zhkh/kernel/module.server';
import { asOfficial, leakProbe, systemIn, type TwoRegions, twoRegions } from '@zhkh/tools/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { changesQuery } from '../domain/schemas.ts';
import imports from '@zhkh/imports/module';
import directory from '../module.server.ts';
import { changes } from '../queries/changes.server.ts';
import { companyFlow } from '../queries/company-flow.server.ts';
import { houseHistory } from '../queries/house-history.server.ts';
import { makeCompany, makeHouse, makeTerm } from '../testing/factories.ts';
import { recordChanges } from './record-changes.server.ts';

let regions: TwoRegions;
let ctx: Context;
beforeAll(async () => {
  regions = await twoRegions([imports, directory]);
  ctx = await systemIn(regions, 'tyumen');
});
afterAll(() => regions.close());

const record = () => ctx.write((w) => recordChanges(ctx, w));
const endTerms = (houseId: string, to: string) =>
  ctx.write((w) =>
    w.db.updateTable('management').set({ valid_to: to }).where('house_id', '=', houseId).where('valid_to', 'is', null).execute(),
  );
const rowsOf = (of: Context) =>
  of.db
    .selectFrom('fact_change')
    .select(['subject_id', 'field', 'before', 'after'])
    .orderBy('recorded_at')
    .orderBy('subject_id')
    .orderBy('field')
    .execute();
const setFloors = (of: Context, houseId: string, floors: number | null) =>
  of.write((w) => w.db.updateTable('house').set({ floors }).where('id', '=', houseId).execute());
const linesOf = async (houseId: string) =>
  (await houseHistory(ctx, houseId)).map((item) =>
    item.kind === 'moved'
      ? `${item.on} ${item.from?.name ?? '—'} → ${item.to?.name ?? '—'}`
      : `${item.on} ${item.field} ${item.before} → ${item.after}`,
  );

it('tells each change of a company once: a move, a gap, an overlap, a renewal that is none', async () => {
  const [a, b] = [await makeCompany(ctx, { shortName: 'А' }), await makeCompany(ctx, { shortName: 'Б' })];
  const moved = await makeHouse(ctx, { companyId: a, since: '2025-01-01' });
  await endTerms(moved, '2026-03-01');
  await makeTerm(ctx, { houseId: moved, companyId: b, from: '2026-03-01' });
  expect(await linesOf(moved)).toEqual(['2026-03-01 А → Б', '2025-01-01 — → А']);

  const gap = await makeHouse(ctx, { companyId: a, since: '2025-01-01' });
  await endTerms(gap, '2026-01-10');
  await makeTerm(ctx, { houseId: gap, companyId: b, from: '2026-02-01' });
  expect(await linesOf(gap)).toEqual(['2026-02-01 — → Б', '2026-01-10 А → —', '2025-01-01 — → А']);

  const overlap = await makeHouse(ctx, { companyId: a, since: '2025-01-01' });
  await makeTerm(ctx, { houseId: overlap, companyId: b, from: '2026-02-01', to: '2026-02-20' });
  expect(await linesOf(overlap)).toEqual(['2026-02-20 Б → А', '2026-02-01 А → Б', '2025-01-01 — → А']);

  const renewed = await makeHouse(ctx, { companyId: a, since: '2025-01-01' });
  await endTerms(renewed, '2026-01-01');
  await makeTerm(ctx, { houseId: renewed, companyId: a, from: '2026-01-01' });
  expect(await linesOf(renewed)).toEqual(['2025-01-01 — → А']);

  expect((await companyFlow(ctx, b)).months.at(-1)).toEqual({ month: '2026-03', came: 1, went: 0 });
  expect((await companyFlow(ctx, b)).months.find((row) => row.month === '2026-02')).toMatchObject({ came: 2, went: 1 });
  expect((await companyFlow(ctx, b)).latest[0]).toMatchObject({ houseId: moved, came: true, other: 'А' });
});

it('right: keeps what changed of a house and of a company, and nothing of the first look', async () => {
  const house = await makeHouse(ctx);
  const company = await makeCompany(ctx, { shortName: 'УК «Имя»' });
  await record();
  expect(await record()).toBe(0);
  await ctx.write(async (w) => {
    await w.db.updateTable('house').set({ status: 'emergency', total_area: 4100.5 }).where('id', '=', house).execute();
    await w.db.updateTable('company').set({ name: 'ООО «Новое имя»' }).where('id', '=', company).execute();
  });
  const later = await makeHouse(ctx, { address: 'обл. Тюменская, г. Тюмень, ул. Новая, д. 7' });
  regions.clock.advance(1000);
  expect(await record()).toBe(4);
  expect(await linesOf(house)).toEqual(['2026-03-02 status in-use → emergency', '2026-03-02 total_area 4000.00 → 4100.50']);
  expect((await linesOf(later))[0]).toMatch(/appeared null → .*Новая/);
  expect(await record()).toBe(0);
});

it('shows officials their territory only, by kind and period', async () => {
  const here = await asOfficial(regions, 'tyumen');
  const there = await asOfficial(regions, 'tyumen', { territories: ['99999'] });
  const count = async (who: Context, query: object) => (await changes(who, changesQuery.parse(query))).total;
  expect(await count(here, { kind: 'manager', from: '2026-01-01', to: '2026-03-31' })).toBe(5);
  expect(await count(here, { kind: 'manager', from: '2026-03-01' })).toBe(1);
  expect(await count(there, { kind: 'manager', from: '2026-01-01' })).toBe(0);
  expect(await count(here, { kind: 'house' })).toBe(3);
  expect(await count(here, { kind: 'company' })).toBe(1);
  expect(await count(here, { municipality: '71701', from: '2026-01-01' })).toBe(8);
});

it('refused: a house nothing changed of, and a change that was undone, get no row', async () => {
  const [quiet, undone] = [await makeHouse(ctx), await makeHouse(ctx)];
  regions.clock.advance(1000);
  await record();
  const before = await rowsOf(ctx);
  await setFloors(ctx, undone, 9);
  await ctx
    .write(async (w) => {
      expect(await recordChanges(ctx, w)).toBe(1);
      throw new Error('the write fails');
    })
    .catch((error: Error) => expect(error.message).toBe('the write fails'));
  await setFloors(ctx, undone, null);
  regions.clock.advance(1000);
  expect(await record()).toBe(0);
  expect(await rowsOf(ctx)).toEqual(before);
  expect(before.map((row) => row.subject_id)).toContain(quiet);
});

it('other region: a change there is not recorded from here', async () => {
  const there = await systemIn(regions, 'omsk');
  const house = await makeHouse(there);
  await there.write((w) => recordChanges(there, w));
  await setFloors(there, house, 9);
  regions.clock.advance(1000);
  expect(await record()).toBe(0);
  expect(await rowsOf(there)).toEqual([]);
  expect(await there.write((w) => recordChanges(there, w))).toBe(1);
  expect(await rowsOf(there)).toEqual([{ subject_id: house, field: 'floors', before: null, after: '9' }]);
  expect((await rowsOf(ctx)).map((row) => row.subject_id)).not.toContain(house);
});

it('never reads a row of another region', async () => {
  await leakProbe(regions, async (inside) => (await changes(inside, changesQuery.parse({ from: '2020-01-01' }))).rows);
});
