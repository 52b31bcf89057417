// The command line of an import as a person runs it, on a database nobody has touched: dry run, apply, again, files that are not what they
// claim, and what the shell is told.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { systemIn, type TwoRegions, twoRegions } from '@zhkh/tools/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import imports from '@zhkh/imports/module';
import directory from '../module.server.ts';
import { garParts, inventedGar, tenantCli, writeZip } from '@zhkh/imports/testing';

let regions: TwoRegions;
let folder: string;
beforeAll(async () => {
  regions = await twoRegions([imports, directory]);
  folder = await mkdtemp(path.join(os.tmpdir(), 'cli-'));
});
afterAll(async () => {
  await regions.close();
  await rm(folder, { recursive: true, force: true });
});

const fixture = path.join(import.meta.dirname, '../fixtures/55/ozhf-01-02-2026.tar.gz');

async function tenant(...args: string[]): Promise<{ code: number; out: string }> {
  const { code, out, err } = await tenantCli(regions, 'import', ...args);
  return { code, out: out + err };
}

const houses = async () => (await (await systemIn(regions, 'omsk')).db.selectFrom('house').select('id').execute()).length;

it('a dry run says what would change, applying changes it, the second time nothing is left to change', {
  timeout: 60_000,
}, async () => {
  const dry = await tenant('omsk', 'ozhf', fixture, '--dry-run');
  expect(dry.code, dry.out).toBe(0);
  expect(dry.out).toMatch(/rows staged, checking/);
  expect(dry.out).toMatch(/staged: \d+ rows read, \d+ refused; .*housesNew \d+/);
  expect(await houses()).toBe(0);
  const id = /--apply ([0-9a-f-]{36})/.exec(dry.out)?.[1] ?? '';
  const applied = await tenant('omsk', '--apply', id);
  expect(applied).toMatchObject({ code: 0, out: expect.stringMatching(/^done: /) });
  expect(await houses()).toBeGreaterThan(50);
  const again = await tenant('omsk', 'ozhf', fixture);
  expect(again).toMatchObject({ code: 0, out: expect.stringContaining('nothing changed') });
  expect((await tenant('omsk', '--apply', id)).code).toBe(1);
});

it('an archive of the address register goes in', { timeout: 60_000 }, async () => {
  const zip = path.join(folder, 'gar-2026-02-01.zip');
  await writeZip(zip, garParts(inventedGar(200, { version: '20260201' })));
  const loaded = await tenant('tyumen', 'gar', zip);
  expect(loaded.out).toMatch(/rows staged, applying/);
  expect(loaded.out).toMatch(/done: \d{3,} rows read, 0 refused; .*objectsNew \d+/);
  expect(loaded.code, loaded.out).toBe(0);
});

it('what can not be read is said in words and in the exit code', { timeout: 60_000 }, async () => {
  const text = path.join(folder, 'ozhf-2026-03-01.csv');
  await writeFile(text, 'a|b|c\n1|2|3\n');
  const columns = await tenant('omsk', 'ozhf', text);
  expect(columns).toMatchObject({ code: 1, out: expect.stringContaining('Не хватает столбцов') });
  const locked = path.join(folder, 'gar-locked.zip');
  await writeZip(locked, [{ name: '55/AS_HOUSES_20260301_x.XML', text: ['<HOUSES/>'] }]);
  const bytes = await readFile(locked);
  bytes.writeUInt16LE(0x0809, bytes.indexOf('PK\x01\x02', 0, 'latin1') + 8);
  await writeFile(locked, bytes);
  expect(await tenant('omsk', 'gar', locked)).toMatchObject({ code: 1, out: expect.stringContaining('Архив под паролем') });
  expect(await tenant('omsk', 'gar', path.join(folder, 'nowhere.zip'))).toMatchObject({ code: 1 });
  expect(await tenant('omsk', 'nobody', text)).toMatchObject({ code: 1, out: expect.stringContaining('ozhf|') });
  expect(await tenant('atlantis', 'ozhf', text)).toMatchObject({ code: 1 });
});
