// What is swept after its time and what stays; and facts of an unknown import, which the check must see.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { newId } from '@zhkh/kernel/db.server';
import type { Context } from '@zhkh/kernel/module.server';
import { systemIn, type TwoRegions, twoRegions } from '@zhkh/tools/testing';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runImport } from '../run/run-import.server.ts';
import { installed } from '../../installed.server.ts';
import { demoFile } from '../testing/demo-files.ts';
import { importPage } from '../queries/import-page.server.ts';
import { provenanceOrphans } from '@zhkh/directory/testing';
import { makeRun, refuseRow, runOf } from '../testing/rows.ts';
import { queueImport } from './queue-import.server.ts';
import { cancelImport, restartImport } from './steer-import.server.ts';
import { sweepImports } from './sweep-imports.server.ts';

const tables = installed.flatMap((module) => module.tables);
let regions: TwoRegions;
let ctx: Context;
let folder: string;
beforeAll(async () => {
  regions = await twoRegions(installed);
  ctx = await systemIn(regions, 'tyumen');
  folder = await mkdtemp(path.join(os.tmpdir(), 'sweep-'));
});
afterAll(async () => {
  await regions.close();
  await rm(folder, { recursive: true, force: true });
});

it('right: refused rows go after their days, the run and its counts stay', async () => {
  const report = await runImport(ctx, { connector: 'ozhf', filePath: demoFile('ozhf') });
  expect(report.rowsFailed).toBeGreaterThan(0);
  expect(await sweepImports(ctx)).toEqual({ rows: 0, files: 0 });
  await age(report.importId, 181);
  expect((await sweepImports(ctx)).rows).toBe(report.rowsFailed);
  expect(await sweepImports(ctx)).toEqual({ rows: 0, files: 0 });
  expect(await importPage(ctx, report.importId)).toMatchObject({ failed: report.rowsFailed, refusals: [], state: 'done' });
});

it('refused: a file that a run begun anew still needs stays after its days; then it goes', async () => {
  const id = await queueImport(ctx, { connector: 'contracts', mode: 'load', fileName: 'a.csv', write });
  await cancelImport(ctx, id);
  await age(id, 31);
  const again = await restartImport(ctx, id);
  expect((await sweepImports(ctx)).files).toBe(0);
  await cancelImport(ctx, again);
  await age(again, 31);
  expect((await sweepImports(ctx)).files).toBe(1);
  expect(await importPage(ctx, id)).toMatchObject({ kept: false });
  expect(await ctx.db.selectFrom('file').select('id').execute()).toEqual([]);
  await expect(restartImport(ctx, id)).rejects.toMatchObject({ code: 'imports.file-gone' });
});

it('right: every stored fact names an import that is known; a planted orphan is seen', async () => {
  const asked = await provenanceOrphans(ctx, tables);
  expect(asked.columns).toBeGreaterThan(20);
  expect(asked.orphans).toEqual([]);
  await sql`update premises set import_id = gen_random_uuid() where id in (select id from premises limit 2)`.execute(ctx.db);
  expect((await provenanceOrphans(ctx, tables)).orphans).toEqual([{ table: 'premises', column: 'import_id', rows: 2 }]);
});

it('right: what is kept of a refused entrepreneur names nobody', async () => {
  const filePath = path.join(folder, 'egrip-2026-02-02.xml');
  const person = '<СвФЛ Пол="1"><ФИОРус Фамилия="Кораблёва" Имя="Мария" Отчество="Ильинична"/></СвФЛ>';
  await writeFile(
    filePath,
    `<EGRIP ВерсФорм="4.07"><СвИП ОГРНИП="304720309900120" ИННФЛ="720300112233">${person}</СвИП></EGRIP>`,
  );
  const report = await runImport(ctx, { connector: 'egrip', filePath });
  const rows = await ctx.db.selectFrom('import_failed_row').select('raw').where('import_id', '=', report.importId).execute();
  expect(rows).toHaveLength(1);
  expect(rows[0]?.raw).toContain('304720309900120');
  expect(rows[0]?.raw).not.toMatch(/Кораблёва|Мария|Ильинична|720300112233/);
});

it('other region: what is past its time there is not swept from here', async () => {
  const omsk = await systemIn(regions, 'omsk');
  const long = new Date(ctx.clock.now().getTime() - 400 * 86_400_000);
  const theirs = await makeRun(omsk, { started_at: long, finished_at: long, rows_failed: 1, file_id: newId() });
  await refuseRow(omsk, theirs);
  const before = await runOf(omsk, theirs);
  expect(await sweepImports(ctx)).toEqual({ rows: 0, files: 0 });
  expect(await runOf(omsk, theirs)).toEqual(before);
  expect(await sweepImports(omsk)).toEqual({ rows: 1, files: 1 });
  expect(await runOf(omsk, theirs)).toMatchObject({ file_id: null, rows_swept_at: omsk.clock.now() });
});

async function age(id: string, days: number): Promise<void> {
  const at = new Date(ctx.clock.now().getTime() - days * 86_400_000);
  await ctx.db.updateTable('import_run').set({ started_at: at, finished_at: at }).where('id', '=', id).execute();
}

async function write(place: string) {
  await writeFile(place, 'x');
  return { bytes: 1, sha256: 'a'.repeat(64) };
}
