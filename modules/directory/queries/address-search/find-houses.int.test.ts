// Houses by typed words: which come, in what order, and which do not.
import { leakProbe } from '@zhkh/tools/testing';
import { expect } from 'vitest';
import { makeCompany, makeHouse } from '../../testing/factories.ts';
import { demolish } from '../../testing/imported-facts.ts';
import { it } from '../../testing/it.ts';
import { findHouses } from './find-houses.server.ts';

const at = (street: string, number: string) => `обл. Тюменская, г. Тюмень, ул. ${street}, д. ${number}`;

it('right: the very house first, also by a slip, with who manages it', async ({ here }) => {
  const companyId = await makeCompany(here.system, { shortName: 'УК «Ромашка»' });
  const house = await makeHouse(here.system, { address: at('Ромашковая', '5'), companyId });
  await makeHouse(here.system, { address: at('Ромашковая', '7') });
  for (const typed of ['ромашковая 5', 'Тюмень, ул. Ромашковая, д. 5', 'рамашкавая 5'])
    expect((await findHouses(here.resident, typed))[0], typed).toEqual({
      id: house,
      address: 'г. Тюмень, ул. Ромашковая, д. 5',
      city: 'г. Тюмень',
      street: 'ул. Ромашковая',
      number: '5',
      lat: null,
      lon: null,
      distance: null,
      companyId,
      companyName: 'УК «Ромашка»',
    });
});

it('right: by a postal code, in the order of numbers, no more than asked', async ({ here }) => {
  for (const number of ['10', '2', '1']) await makeHouse(here.system, { address: `625777, ${at('Почтовая', number)}` });
  const numbers = async (limit: number) => (await findHouses(here.resident, '625777', limit)).map((hit) => hit.number);
  expect([await numbers(10), await numbers(2)]).toEqual([
    ['1', '2', '10'],
    ['1', '2'],
  ]);
});

it('refused: a demolished house does not come, the one beside it does', async ({ here }) => {
  const beside = await makeHouse(here.system, { address: `625778, ${at('Обрывистая', '3')}` });
  const gone = await makeHouse(here.system, { address: `625778, ${at('Обрывистая', '5')}` });
  expect((await findHouses(here.resident, 'обрывистая 5'))[0]?.id).toBe(gone);
  await demolish(here.system, gone);
  for (const typed of ['обрывистая 5', 'обрывистая', '625778'])
    expect(
      (await findHouses(here.official, typed)).map((hit) => hit.id),
      typed,
    ).toEqual([beside]);
});

it('refused: what says nothing finds nothing', async ({ here }) => {
  for (const typed of ['', '   ', '%', '_', '\\', '💡', '000000'])
    expect(await findHouses(here.resident, typed), typed).toEqual([]);
});

it('other region: the same words lead each to its own', async ({ regions, here, there }) => {
  const [mine, theirs] = [
    await makeHouse(here.system, { address: at('Пограничная', '1') }),
    await makeHouse(there.system, { address: at('Пограничная', '1') }),
  ];
  expect((await findHouses(here.resident, 'пограничная 1'))[0]?.id).toBe(mine);
  expect((await findHouses(there.resident, 'пограничная 1'))[0]?.id).toBe(theirs);
  await leakProbe(regions, (ctx) => findHouses(ctx, 'пограничная', 50));
});
