// Houses of found streets, nearest to the typed text first.
import { newId } from '@zhkh/kernel/db.server';
import type { Context } from '@zhkh/kernel/module.server';
import { expect } from 'vitest';
import { readQuery } from '../../domain/address-search/address-query.ts';
import type { FoundStreet } from '../../domain/address-search/find-streets.ts';
import { makeHouse } from '../../testing/factories.ts';
import { demolish } from '../../testing/imported-facts.ts';
import { it } from '../../testing/it.ts';
import { housesOn } from './houses-on.server.ts';
import { readAgain } from './street-dictionary.server.ts';

const at = (street: string, number: string) => `обл. Тюменская, г. Тюмень, ул. ${street}, д. ${number}`;

/** The street as if the typed text named it to the letter. */
function named(id: string, typed: string): FoundStreet {
  const [query] = readQuery(typed);
  if (!query) throw new Error(`Nothing to read: ${typed}`);
  return { street: 0, id, cost: 0, query };
}

async function streetOf(ctx: Context, houseId: string): Promise<string> {
  const house = await ctx.db.selectFrom('house').select('street_id').where('id', '=', houseId).executeTakeFirstOrThrow();
  return house.street_id ?? '';
}

async function numbers(ctx: Context, streets: readonly FoundStreet[], near = false): Promise<string[]> {
  const { ranked } = await housesOn(ctx, streets, 10, near);
  return ranked.map(({ house }) => house.number);
}

it('right: the very number first, then those that begin with it; all of the street when none was typed', async ({ here }) => {
  const house = await makeHouse(here.system, { address: at('Берёзовая', '5') });
  for (const number of ['5 корп. 1', '7']) await makeHouse(here.system, { address: at('Берёзовая', number) });
  const street = await streetOf(here.system, house);
  expect(await numbers(here.resident, [named(street, 'березовая 5')])).toEqual(['5', '5 корп. 1']);
  expect(await numbers(here.resident, [named(street, 'березовая')])).toEqual(['5', '5 корп. 1', '7']);
  const found = await housesOn(here.resident, [named(street, 'березовая 5')], 10, false);
  expect(found.ranked[0]).toMatchObject({ cost: 0, house: { id: house } });
  expect(found.version).toBe((await readAgain(here.system)).version);
});

it('right: a number that is none leads to those beside it, when asked for', async ({ here }) => {
  const house = await makeHouse(here.system, { address: at('Осиновая', '5') });
  await makeHouse(here.system, { address: at('Осиновая', '40') });
  const streets = [named(await streetOf(here.system, house), 'осиновая 6')];
  expect(await numbers(here.resident, streets)).toEqual([]);
  expect(await numbers(here.resident, streets, true)).toEqual(['5', '40']);
});

it('refused: neither a demolished house nor one of another street comes; of no street there is nothing', async ({ here }) => {
  const house = await makeHouse(here.system, { address: at('Липовая', '1') });
  const gone = await makeHouse(here.system, { address: at('Липовая', '3') });
  const street = await streetOf(here.system, house);
  expect(await numbers(here.resident, [named(street, 'липовая 3')])).toEqual(['3']);
  await demolish(here.system, gone);
  for (const typed of ['липовая 3', 'липовая'])
    expect(await numbers(here.resident, [named(street, typed)], true), typed).toEqual(['1']);
  expect(await housesOn(here.resident, [], 10, false)).toEqual({ version: null, ranked: [] });
  expect(await numbers(here.resident, [named(newId(), 'липовая 1')], true)).toEqual([]);
});

it('other region: its street has no houses here', async ({ here, there }) => {
  const theirs = await makeHouse(there.system, { address: at('Кедровая', '2') });
  const street = named(await streetOf(there.system, theirs), 'кедровая 2');
  expect(await numbers(there.resident, [street])).toEqual(['2']);
  expect(await numbers(here.resident, [street], true)).toEqual([]);
});
