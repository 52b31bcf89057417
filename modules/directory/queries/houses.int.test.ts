// Houses by id.
import { newId } from '@zhkh/kernel/db.server';
import { expect } from 'vitest';
import { makeHouse } from '../testing/factories.ts';
import { it } from '../testing/it.ts';
import { house, housesByIds } from './houses.server.ts';

it('right: a house with its address and zone, several at once', async ({ here }) => {
  const second = await makeHouse(here.system, { flats: 12 });
  expect(await house(here.system, here.houseId)).toMatchObject({
    id: here.houseId,
    street: 'ул. Проверочная',
    timeZone: 'Asia/Yekaterinburg',
    managementMode: 'company',
  });
  const both = await housesByIds(here.system, [here.houseId, second, second]);
  expect([...both.keys()].sort()).toEqual([here.houseId, second].sort());
  expect(both.get(second)).toMatchObject({ flats: 12, managementMode: 'none' });
});

it('refused: what is no id finds nothing, and nothing else either', async ({ here }) => {
  expect(await house(here.system, 'не номер')).toBeNull();
  expect(await house(here.system, newId())).toBeNull();
  expect(await housesByIds(here.system, ['', "' or 1=1"])).toEqual(new Map());
});

it('other region: its houses are not found', async ({ here, there }) => {
  expect(await house(here.system, there.houseId)).toBeNull();
  expect([...(await housesByIds(here.system, [there.houseId, here.houseId])).keys()]).toEqual([here.houseId]);
});
