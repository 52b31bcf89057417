// What happened to a house: its companies and its facts, newest first, each with its source.
import { newId } from '@zhkh/kernel/db.server';
import type { Context } from '@zhkh/kernel/module.server';
import { expect } from 'vitest';
import { makeImport } from '../testing/facts.ts';
import { makeCompany, makeHouse, makeTerm } from '../testing/factories.ts';
import { it } from '../testing/it.ts';
import { changesOf, houseHistory } from './house-history.server.ts';

async function tellStatus(ctx: Context, houseId: string): Promise<string> {
  const importId = await makeImport(ctx, { connector: 'ozhf', file: 'ozhf.csv', day: '2026-02-20' });
  const change = {
    field: 'status',
    before: 'in-use',
    after: 'emergency',
    changed_on: '2026-02-20',
    recorded_at: ctx.clock.now(),
  };
  await ctx.write((w) =>
    w.db
      .insertInto('fact_change')
      .values({ ...change, subject_id: houseId, kind: 'house', import_id: importId, import_line: 9 })
      .execute(),
  );
  return importId;
}

it('right: the change of company and of a fact, and the first term anybody knows of', async ({ here }) => {
  const next = await makeCompany(here.system, { shortName: 'УК «Новая»' });
  await here.system.write((w) =>
    w.db.updateTable('management').set({ valid_to: '2026-03-01' }).where('house_id', '=', here.houseId).execute(),
  );
  await makeTerm(here.system, { houseId: here.houseId, companyId: next, from: '2026-03-01' });
  const importId = await tellStatus(here.system, here.houseId);
  const source = { connector: 'ozhf', file: 'ozhf.csv', date: '2026-02-20', line: 9, importId };
  const changed = { kind: 'changed', on: '2026-02-20', field: 'status', before: 'in-use', after: 'emergency', source };
  expect(await houseHistory(here.resident, here.houseId)).toMatchObject([
    {
      kind: 'moved',
      on: '2026-03-01',
      from: { id: here.companyId },
      to: { id: next, name: 'УК «Новая»' },
      isFirst: false,
      exact: true,
    },
    changed,
    { kind: 'moved', on: '2020-01-01', from: null, to: { id: here.companyId }, isFirst: true, source: null },
  ]);
  expect(await changesOf(here.resident, here.houseId)).toEqual([changed]);
});

it('refused: what happened to another house, or to none', async ({ here }) => {
  const neighbour = await makeHouse(here.system, { companyId: await makeCompany(here.system) });
  await tellStatus(here.system, neighbour);
  expect(await houseHistory(here.official, here.houseId)).toMatchObject([{ kind: 'moved', to: { id: here.companyId } }]);
  expect(await changesOf(here.official, here.houseId)).toEqual([]);
  expect(await houseHistory(here.official, newId())).toEqual([]);
});

it('other region: its house has no history here', async ({ here, there }) => {
  await tellStatus(there.system, there.houseId);
  expect([await houseHistory(here.official, there.houseId), await changesOf(here.official, there.houseId)]).toEqual([[], []]);
  expect(await houseHistory(there.official, there.houseId)).toHaveLength(2);
  expect(await changesOf(there.official, there.houseId)).toHaveLength(1);
});
