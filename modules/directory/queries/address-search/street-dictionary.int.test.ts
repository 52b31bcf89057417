// The region's dictionary of streets as a process keeps it.
import type { Context } from '@zhkh/kernel/module.server';
import { expect } from 'vitest';
import { makeHouse } from '../../testing/factories.ts';
import { it } from '../../testing/it.ts';
import { readAgain, streetDictionary } from './street-dictionary.server.ts';

const on = (street: string) => ({ address: `обл. Тюменская, г. Тюмень, ул. ${street}, д. 1` });

async function knows(ctx: Context, word: string): Promise<boolean> {
  return (await streetDictionary(ctx)).dictionary.byText.has(word);
}

it('right: read once for everybody, with all streets, again when somebody asks for that', async ({ here }) => {
  await makeHouse(here.system, on('Давняя'));
  const before = await readAgain(here.system);
  expect(await streetDictionary(here.resident)).toBe(before);
  expect(await knows(here.official, 'давняя')).toBe(true);
  await makeHouse(here.system, on('Новая'));
  expect([(await streetDictionary(here.system)).version, await knows(here.system, 'новая')]).toEqual([before.version, false]);
  const after = await readAgain(here.resident);
  expect([after.version > before.version, await knows(here.system, 'новая')]).toEqual([true, true]);
  const rows = await here.system.db.selectFrom('house_street').select('id').execute();
  expect(after.dictionary.streets.map((street) => street.id).sort()).toEqual(rows.map((row) => row.id).sort());
});

it('refused: nothing but names comes: no house, no company, no word nobody wrote', async ({ here }) => {
  await makeHouse(here.system, on('Единственная'));
  await readAgain(here.system);
  const kept = await streetDictionary(here.resident);
  const text = JSON.stringify([kept.dictionary.streets, kept.dictionary.cities, kept.dictionary.words]);
  expect([text.includes('единственная'), text.includes(here.houseId), text.includes(here.companyId)]).toEqual([
    true,
    false,
    false,
  ]);
  expect(await knows(here.resident, 'небывалая')).toBe(false);
});

it('other region: its streets are not in ours', async ({ here, there }) => {
  await makeHouse(there.system, on('Заречная'));
  const [mine, theirs] = [await readAgain(here.system), await readAgain(there.system)];
  expect([await knows(there.resident, 'заречная'), await knows(here.resident, 'заречная')]).toEqual([true, false]);
  const ids = new Set(theirs.dictionary.streets.map((street) => street.id));
  expect(mine.dictionary.streets.filter((street) => ids.has(street.id))).toEqual([]);
});
