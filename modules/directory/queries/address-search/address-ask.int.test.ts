// The command line of the address search: a file of queries as people's editors leave it, a line of answer for each, nothing else.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { systemIn, type TwoRegions, twoRegions } from '@zhkh/tools/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import imports from '@zhkh/imports/module';
import directory from '../../module.server.ts';
import { seed } from '../../seed.server.ts';
import { tenantCli } from '@zhkh/imports/testing';

let regions: TwoRegions;
let folder: string;
beforeAll(async () => {
  regions = await twoRegions([imports, directory]);
  await seed(await systemIn(regions, 'omsk'), { size: 'demo' });
  folder = await mkdtemp(path.join(os.tmpdir(), 'ask-'));
});
afterAll(async () => {
  await regions.close();
  await rm(folder, { recursive: true, force: true });
});

const inFolder = (name: string) => path.join(folder, name);

const ask = (...args: string[]) => tenantCli(regions, 'address-ask', ...args);

it('answers line by line: a byte order mark, ends of lines of Windows, empty lines, tabs', { timeout: 60_000 }, async () => {
  await writeFile(inFolder('queries.txt'), '\uFEFFжукова 21\r\n\r\nkhimikov 24\r\nмира\t9\r\n\r\n');
  const { code, out, err } = await ask('omsk', inFolder('queries.txt'));
  expect(code, err).toBe(0);
  const rows = out.split('\n').map((line) => line.split('\t'));
  expect(rows.pop()).toEqual(['']);
  expect(rows.map((row) => [row.length, row[0], row[1]])).toEqual([
    [6, 'жукова 21', 'г. Омск, ул. Маршала Жукова, д. 21'],
    [6, '', ''],
    [6, 'khimikov 24', 'г. Омск, ул. Химиков, д. 24'],
    [6, 'мира 9', 'г. Омск, пр-кт Мира, д. 9'],
  ]);
});

it('writes the answer and the addresses of the stock into files', { timeout: 60_000 }, async () => {
  await writeFile(inFolder('one.txt'), 'химиков 24');
  const { code, out } = await ask('omsk', inFolder('one.txt'), '--out', inFolder('out.tsv'), '--list', inFolder('list.txt'));
  expect([code, out]).toEqual([0, '']);
  const list = (await readFile(inFolder('list.txt'), 'utf8')).trim().split('\n');
  expect((await readFile(inFolder('out.tsv'), 'utf8')).split('\t')[1]).toBe('г. Омск, ул. Химиков, д. 24');
  expect([list.length > 50, list.includes('г. Омск, ул. Химиков, д. 24')]).toEqual([true, true]);
});

it('says what is wrong with the call', { timeout: 60_000 }, async () => {
  expect(await ask('omsk', inFolder('absent.txt'))).toMatchObject({
    code: 1,
    out: '',
    err: expect.stringContaining('No such file'),
  });
  expect(await ask('nowhere', inFolder('one.txt'))).toMatchObject({
    code: 1,
    err: expect.stringContaining('No such region: nowhere'),
  });
  expect(await ask('omsk', inFolder('one.txt'), '--houses', 'many')).toMatchObject({
    code: 1,
    err: expect.stringContaining('--houses'),
  });
});
