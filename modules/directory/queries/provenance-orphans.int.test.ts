// Facts whose import nobody knows are found, in the tables asked, in this region.
import { newId } from '@zhkh/kernel/db.server';
import { expect } from 'vitest';
import directory from '../module.server.ts';
import { makeImport } from '../testing/facts.ts';
import { it, type Place } from '../testing/it.ts';
import { provenanceOrphans } from './provenance-orphans.server.ts';

const orphansOf = async ({ system }: Place, tables: readonly string[] = directory.tables) =>
  (await provenanceOrphans(system, tables)).orphans;

/** A flat told by an import. */
async function flatOf({ system, houseId }: Place, importId: string): Promise<void> {
  const flat = { id: newId(), house_id: houseId, source_key: newId(), number: '1', kind: 'residential' } as const;
  await system.write((w) =>
    w.db
      .insertInto('premises')
      .values({ ...flat, import_id: importId, import_line: 2 })
      .execute(),
  );
}

const forget = ({ system }: Place) => system.write((w) => w.db.deleteFrom('premises').execute());

it('right: rows of an unknown import are counted by table and column; those of a known one are none', async ({ here }) => {
  await flatOf(here, await makeImport(here.system, { connector: 'ozhf', file: 'ozhf.csv', day: '2026-02-20' }));
  const clean = await provenanceOrphans(here.system, directory.tables);
  expect(clean.orphans).toEqual([]);
  expect(clean.columns).toBeGreaterThan(20);
  for (const importId of [newId(), newId()]) await flatOf(here, importId);
  expect(await orphansOf(here)).toEqual([{ table: 'premises', column: 'import_id', rows: 2 }]);
  await forget(here);
});

it('refused: tables nobody asked about, staging, a table that is none', async ({ here }) => {
  await flatOf(here, newId());
  await here.system.write((w) => w.db.insertInto('stage_house').values({ import_id: newId(), line: '1' }).execute());
  expect(await orphansOf(here, ['house', 'company'])).toEqual([]);
  expect(await provenanceOrphans(here.system, ['stage_house', 'no_such_table'])).toEqual({ columns: 0, orphans: [] });
  expect(await orphansOf(here, ['premises', 'stage_house'])).toHaveLength(1);
  await forget(here);
});

it('other region: an orphan there is none of ours', async ({ here, there }) => {
  await flatOf(there, newId());
  expect([await orphansOf(here), await orphansOf(there)]).toEqual([[], [{ table: 'premises', column: 'import_id', rows: 1 }]]);
  await forget(there);
});
