// Points of a small map: the house and those around it.
import type { Context } from '@zhkh/kernel/module.server';
import { expect } from 'vitest';
import { makeHouse } from '../testing/factories.ts';
import { demolish } from '../testing/imported-facts.ts';
import { it } from '../testing/it.ts';
import { house } from './houses.server.ts';
import { type MapHouse, mapAround } from './neighbours.server.ts';

async function around(ctx: Context, houseId: string, count?: number): Promise<MapHouse[]> {
  const found = await house(ctx, houseId);
  if (!found) throw new Error(`No house ${houseId}`);
  return mapAround(ctx, found, count);
}

const at = (number: string) => `обл. Тюменская, г. Тюмень, ул. Круговая, д. ${number}`;

it('right: the house itself first, then others by metres', async ({ here }) => {
  const point = (north: number) => ({ lat: 57 + north, lon: 65 });
  const own = await makeHouse(here.system, { address: at('14 корп. 1'), point: point(0) });
  const far = await makeHouse(here.system, { address: at('20'), point: point(0.01) });
  const near = await makeHouse(here.system, { address: at('16'), point: point(0.001) });
  expect(await around(here.resident, own)).toEqual([
    { id: own, lat: 57, lon: 65, label: 'ул. Круговая, 14 корп. 1', number: 14, metres: 0, here: true },
    { id: near, lat: 57.001, lon: 65, label: 'ул. Круговая, 16', number: 16, metres: 111, here: false },
    { id: far, lat: 57.01, lon: 65, label: 'ул. Круговая, 20', number: 20, metres: 1112, here: false },
  ]);
  expect((await around(here.resident, own, 2)).map((one) => one.id)).toEqual([own, near]);
});

it('refused: no demolished house, none beyond a kilometre and a half, no map without a point', async ({ here }) => {
  const point = { lat: 60, lon: 68 };
  const own = await makeHouse(here.system, { point });
  const gone = await makeHouse(here.system, { point });
  await makeHouse(here.system, { point: { lat: 60.02, lon: 68 } });
  expect((await around(here.resident, own)).map((one) => one.id)).toEqual([own, gone]);
  await demolish(here.system, gone);
  expect((await around(here.resident, own)).map((one) => one.id)).toEqual([own]);
  expect(await around(here.resident, here.houseId)).toEqual([]);
});

it('other region: its house beside ours is on its map alone', async ({ here, there }) => {
  const point = { lat: 54.98, lon: 73.37 };
  const [mine, theirs] = [await makeHouse(here.system, { point }), await makeHouse(there.system, { point })];
  expect((await around(here.official, mine)).map((one) => one.id)).toEqual([mine]);
  expect((await around(there.official, theirs)).map((one) => one.id)).toEqual([theirs]);
});
