// Addresses of all standing houses of a region.
import type { Context } from '@zhkh/kernel/module.server';
import { expect } from 'vitest';
import { makeHouse } from '../../testing/factories.ts';
import { demolish } from '../../testing/imported-facts.ts';
import { it } from '../../testing/it.ts';
import { addressesOf } from './addresses-of.server.ts';

async function listed(ctx: Context, street: string): Promise<string[]> {
  const found: string[] = [];
  for await (const address of addressesOf(ctx)) if (address.includes(street)) found.push(address);
  return found.sort();
}

const at = (street: string, number: number) => `обл. Тюменская, г. Тюмень, ул. ${street}, д. ${number}`;

it('right: every house comes once, as its address is printed', async ({ here }) => {
  for (const number of [1, 2, 3]) await makeHouse(here.system, { address: at('Сплошная', number) });
  expect(await listed(here.resident, 'Сплошная')).toEqual([
    'г. Тюмень, ул. Сплошная, д. 1',
    'г. Тюмень, ул. Сплошная, д. 2',
    'г. Тюмень, ул. Сплошная, д. 3',
  ]);
});

it('refused: a demolished house does not come', async ({ here }) => {
  await makeHouse(here.system, { address: at('Снесённая', 1) });
  await demolish(here.system, await makeHouse(here.system, { address: at('Снесённая', 2) }));
  expect(await listed(here.official, 'Снесённая')).toEqual(['г. Тюмень, ул. Снесённая, д. 1']);
});

it('other region: its addresses stay there', async ({ here, there }) => {
  await makeHouse(there.system, { address: at('Соседняя', 7) });
  expect(await listed(there.official, 'Соседняя')).toEqual(['г. Тюмень, ул. Соседняя, д. 7']);
  expect(await listed(here.official, 'Соседняя')).toEqual([]);
});
