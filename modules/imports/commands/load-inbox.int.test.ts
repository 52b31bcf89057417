// Loads the folder of incoming files by day, once each; refused ones go aside with the reason.
import { existsSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { type Context } from '@zhkh/kernel/module.server';
import { saveSettings } from '@zhkh/kernel/runtime.server';
import { systemIn, type TwoRegions, twoRegions } from '@zhkh/tools/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { installed } from '../../installed.server.ts';
import { demoFile } from '../testing/demo-files.ts';
import { loadInbox } from './load-inbox.server.ts';

let regions: TwoRegions;
let ctx: Context;
let inbox: string;
beforeAll(async () => {
  regions = await twoRegions(installed);
  ctx = await systemIn(regions, 'tyumen');
  const folder = await mkdtemp(path.join(os.tmpdir(), 'inbox-'));
  inbox = path.join(folder, 'tyumen');
  await mkdir(path.join(inbox, 'ozhf'), { recursive: true });
  await mkdir(path.join(inbox, 'contracts'), { recursive: true });
  await ctx.write((w) => saveSettings(regions.registry, ctx, w, 'imports', { inboxFolder: folder }));
});
afterAll(async () => {
  await regions.close();
  await rm(path.dirname(inbox), { recursive: true, force: true });
});

async function put(name: string, from: string | null, ageSeconds = 3600): Promise<void> {
  const place = path.join(inbox, name);
  if (from) await copyFile(from, place);
  else await writeFile(place, 'a|b\n1|2\n');
  const at = new Date(Date.now() - ageSeconds * 1000);
  await utimes(place, at, at);
}
const runs = () =>
  ctx.db.selectFrom('import_run').select(['file_name', 'state', 'fact_date']).orderBy('started_at').orderBy('id').execute();
const names = async (folder: string) =>
  existsSync(path.join(inbox, folder)) ? (await readdir(path.join(inbox, folder))).sort() : [];

it('right: two files go in by their days and are put away', async () => {
  const points = demoFile('house-points');
  await mkdir(path.join(inbox, 'house-points'));
  await put('ozhf/ozhf-01-02-2026.tar.gz', demoFile('ozhf'));
  await put('house-points/b 2026-02-05.csv', points, 9000);
  await writeFile(path.join(inbox, 'house-points/a 2026-02-06.csv'), `${await readFile(points, 'utf8')}\n`);
  await utimes(path.join(inbox, 'house-points/a 2026-02-06.csv'), new Date(0), new Date(0));
  expect(await loadInbox(ctx)).toBe(3);
  expect((await runs()).map((run) => [run.file_name, run.state])).toEqual([
    ['ozhf-01-02-2026.tar.gz', 'done'],
    ['b 2026-02-05.csv', 'done'],
    ['a 2026-02-06.csv', 'done'],
  ]);
  expect(await names('house-points/done')).toEqual(['a 2026-02-06.csv', 'b 2026-02-05.csv']);
  expect(await loadInbox(ctx)).toBe(0);
});

it('refused: the same file again is put away and not tried', async () => {
  await put('ozhf/again 01-02-2026.tar.gz', demoFile('ozhf'));
  expect(await loadInbox(ctx)).toBe(0);
  expect(await names('ozhf/done')).toEqual(['again 01-02-2026.tar.gz', 'ozhf-01-02-2026.tar.gz']);
});

it('refused: a broken one lies aside with its reason, and the next one goes on', async () => {
  await put('ozhf/broken 2026-02-10.csv', null);
  await put('contracts/contracts-2026-02-05.csv', demoFile('contracts'));
  expect(await loadInbox(ctx)).toBe(2);
  expect(await names('ozhf/refused')).toEqual(['broken 2026-02-10.csv', 'broken 2026-02-10.csv.reason.txt']);
  expect(await readFile(path.join(inbox, 'ozhf/refused/broken 2026-02-10.csv.reason.txt'), 'utf8')).toContain('columns');
  expect(await names('contracts/done')).toEqual(['contracts-2026-02-05.csv']);
});

it('refused: one that is still being written is left for the next time', async () => {
  await put('ozhf/fresh 2026-02-11.csv', null, 1);
  await put('ozhf/half 2026-02-11.csv.part', null);
  await put('ozhf/.hidden', null);
  expect(await loadInbox(ctx)).toBe(0);
  expect(await names('ozhf')).toEqual(['.hidden', 'done', 'fresh 2026-02-11.csv', 'half 2026-02-11.csv.part', 'refused']);
});

it('other region: it looks into its own folder', async () => {
  const omsk = await systemIn(regions, 'omsk');
  await omsk.write((w) => saveSettings(regions.registry, omsk, w, 'imports', { inboxFolder: path.dirname(inbox) }));
  await put('ozhf/later 2026-02-12.csv', null);
  expect(await loadInbox(omsk)).toBe(0);
  expect(await names('ozhf')).toContain('later 2026-02-12.csv');
});
