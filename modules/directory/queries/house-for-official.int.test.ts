// What the rules look at on a house, and where its map opens.
import { newId } from '@zhkh/kernel/db.server';
import { asOfficial } from '@zhkh/tools/testing';
import { expect } from 'vitest';
import { makeHouse } from '../testing/factories.ts';
import { it } from '../testing/it.ts';
import { houseForOfficial } from './house-for-official.server.ts';

it('right: the map of a house without a point opens in the middle of its street, else of its city', async ({ here }) => {
  const at = (address: string, point?: { lat: number; lon: number }) =>
    makeHouse(here.system, { address: `обл. Тюменская, г. Тобольск, ${address}`, ...(point && { point }) });
  const known = await at('ул. Средняя, д. 1', { lat: 57, lon: 65 });
  await at('ул. Средняя, д. 3', { lat: 59, lon: 67 });
  await at('ул. Верхняя, д. 1', { lat: 61, lon: 69 });
  const [onStreet, inCity] = [await at('ул. Средняя, д. 2'), await at('ул. Нижняя, д. 1')];
  const rights = { municipality: '71701', oktmo: '71701000' };
  expect(await houseForOfficial(here.official, onStreet)).toEqual({
    rights: { id: onStreet, ...rights },
    around: { lat: 58, lon: 66 },
  });
  expect((await houseForOfficial(here.official, inCity)).around).toEqual({ lat: 59, lon: 67 });
  expect(await houseForOfficial(here.official, known)).toEqual({ rights: { id: known, ...rights }, around: null });
});

it('refused: a house that is none; by its rights those of another territory may not touch it', async ({ regions, here }) => {
  await expect(houseForOfficial(here.official, newId())).rejects.toMatchObject({
    kind: 'notFound',
    code: 'directory.house-not-found',
  });
  const { rights } = await houseForOfficial(here.official, here.houseId);
  const elsewhere = await asOfficial(regions, 'tyumen', { territories: ['71999'] });
  const within = await asOfficial(regions, 'tyumen', { territories: ['71701'] });
  const may = (ctx: typeof within) => ctx.ability.can('directory.move-pin', 'house', rights);
  expect([within, elsewhere, here.employee, here.resident].map(may)).toEqual([true, false, false, false]);
});

it('other region: its house is none here, its points do not move the map', async ({ here, there }) => {
  await expect(houseForOfficial(here.official, there.houseId)).rejects.toMatchObject({ kind: 'notFound' });
  const address = 'обл. Тюменская, г. Ялуторовск, ул. Общая, д.';
  await makeHouse(there.system, { address: `${address} 1`, point: { lat: 54, lon: 73 } });
  const ours = await makeHouse(here.system, { address: `${address} 2` });
  expect((await houseForOfficial(here.official, ours)).around).toBeNull();
});
