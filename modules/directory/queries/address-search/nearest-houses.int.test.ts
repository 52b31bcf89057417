// Houses around a point, nearest first, with true metres.
import { leakProbe } from '@zhkh/tools/testing';
import { expect } from 'vitest';
import { makeHouse } from '../../testing/factories.ts';
import { demolish } from '../../testing/imported-facts.ts';
import { it } from '../../testing/it.ts';
import { nearestHouses } from './nearest-houses.server.ts';

it('right: by metres, as far around as it takes to find enough', async ({ here }) => {
  const at = { lat: 57, lon: 65 };
  const place = (north: number) => makeHouse(here.system, { companyId: here.companyId, point: { lat: 57 + north, lon: 65 } });
  const [far, near, own] = [await place(0.01), await place(0.001), await place(0)];
  const found = await nearestHouses(here.resident, at, 3);
  expect(found.map((hit) => [hit.id, hit.distance, hit.companyId])).toEqual([
    [own, 0, here.companyId],
    [near, 111, here.companyId],
    [far, 1112, here.companyId],
  ]);
  expect((await nearestHouses(here.resident, at, 2)).map((hit) => hit.id)).toEqual([own, near]);
});

it('refused: neither a demolished house comes, nor one without a point, nor one beyond sixty kilometres', async ({ here }) => {
  const at = { lat: 60, lon: 68 };
  const stands = await makeHouse(here.system, { point: at });
  const gone = await makeHouse(here.system, { point: at });
  await makeHouse(here.system, { point: { lat: 60.6, lon: 68 } });
  expect((await nearestHouses(here.resident, at)).map((hit) => hit.id).sort()).toEqual([stands, gone].sort());
  await demolish(here.system, gone);
  expect((await nearestHouses(here.resident, at, 50)).map((hit) => hit.id)).toEqual([stands]);
  expect(await nearestHouses(here.resident, { lat: 0, lon: 0 })).toEqual([]);
});

it('other region: of two houses at one point each finds its own', async ({ regions, here, there }) => {
  const at = { lat: 54.98, lon: 73.37 };
  const [mine, theirs] = [await makeHouse(here.system, { point: at }), await makeHouse(there.system, { point: at })];
  expect((await nearestHouses(here.resident, at)).map((hit) => hit.id)).toEqual([mine]);
  expect((await nearestHouses(there.resident, at)).map((hit) => hit.id)).toEqual([theirs]);
  await leakProbe(regions, (ctx) => nearestHouses(ctx, at, 50));
});
