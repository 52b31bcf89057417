// The demo mapping profile: its facts reach the house of the row, once, in the region it is loaded in.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect } from 'vitest';
import { moreHouseFacts } from '../queries/more-facts-of.server.ts';
import { makeHouse } from '../testing/factories.ts';
import { it, type Place } from '../testing/it.ts';
import { loadDemoProfile } from './load-demo-profile.server.ts';

const HEAD = ['Адрес дома', 'Тип прибора', 'Гкал', 'Срок поверки', 'Стоит где'].join('\t');
const ADDRESS = 'г. Тюмень, ул. Теплова, д. 14';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'demo-profile-'));
  const row = [ADDRESS, 'ТВ-7', '180,06', '15.05.2029', 'подвал'].join('\t');
  writeFileSync(path.join(folder, 'heat-meters-2026-02-05.csv'), `${HEAD}\r\n${row}\r\n`);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const runsOf = ({ system }: Place) => system.db.selectFrom('import_source').select(['file', 'day']).execute();

it('refused: no folder, or a folder without the file, leaves no profile', async ({ here }) => {
  await loadDemoProfile(here.system, path.join(os.tmpdir(), 'there-is-none'));
  const empty = mkdtempSync(path.join(os.tmpdir(), 'demo-empty-'));
  await loadDemoProfile(here.system, empty);
  rmSync(empty, { recursive: true });
  expect(await runsOf(here)).toEqual([]);
  expect(await here.system.db.selectFrom('import_profile').select('id').execute()).toEqual([]);
});

it('right: the meter of a house is known with its source; a second time nothing is loaded', async ({ here }) => {
  const house = await makeHouse(here.system, { address: `обл. Тюменская, ${ADDRESS}` });
  await loadDemoProfile(here.system, folder);
  const facts = await moreHouseFacts(here.resident, house);
  expect(facts.map(({ label, value, unit }) => [label, value, unit])).toEqual([
    ['Поверка до', '2029-05-15', null],
    ['Тепло за январь', '180.06', 'Гкал'],
    ['Теплосчётчик', 'ТВ-7', null],
  ]);
  expect(facts[0]).toMatchObject({ origin: 'Тепловой диспетчер', source: { file: 'heat-meters-2026-02-05.csv', line: 2 } });
  expect(await moreHouseFacts(here.resident, here.houseId)).toEqual([]);
  await loadDemoProfile(here.system, folder);
  expect(await runsOf(here)).toHaveLength(1);
});

it('other region: a house of the same address here gets nothing of what is loaded there', async ({ here, there }) => {
  const [ours, theirs] = [await makeHouse(here.system), await makeHouse(there.system, { address: `обл. Омская, ${ADDRESS}` })];
  const before = await here.system.db.selectFrom('house_fact').select('id').execute();
  await loadDemoProfile(there.system, folder);
  expect(await moreHouseFacts(there.resident, theirs)).toHaveLength(3);
  expect(await here.system.db.selectFrom('house_fact').select('id').execute()).toEqual(before);
  expect(await moreHouseFacts(here.resident, ours)).toEqual([]);
});
