// Address search on the demo stock: the letter of the issue, what is half typed, position; nothing of the other region.
import { newId } from '@zhkh/kernel/db.server';
import type { Context } from '@zhkh/kernel/module.server';
import { leakProbe, systemIn, type TwoRegions, twoRegions } from '@zhkh/tools/testing';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import imports from '@zhkh/imports/module';
import directory from '../../module.server.ts';
import { seed } from '../../seed.server.ts';
import { createDirectory } from '../../service.server.ts';
import { makeHouse } from '../../testing/factories.ts';
import { findHouses } from './find-houses.server.ts';
import { houseCard } from '../house-card.server.ts';
import { houseRegister } from '../house-register.server.ts';
import { nearestHouses } from './nearest-houses.server.ts';

let regions: TwoRegions;
let ctx: Context;

beforeAll(async () => {
  regions = await twoRegions([imports, directory]);
  ctx = await systemIn(regions, 'tyumen');
  await seed(ctx, { size: 'demo' });
  await seed(await systemIn(regions, 'omsk'), { size: 'demo' });
});
afterAll(() => regions.close());

describe('findHouses', () => {
  it.each([
    ['республики 14', 'г. Тюмень, ул. Республики, д. 14'],
    ['РЕСПУБЛИКИ 14', 'г. Тюмень, ул. Республики, д. 14'],
    ['ул. Республики, д. 14, корп. 1', 'г. Тюмень, ул. Республики, д. 14 корп. 1'],
    ['республики 14к1', 'г. Тюмень, ул. Республики, д. 14 корп. 1'],
    ['республики 14/1', 'г. Тюмень, ул. Республики, д. 14 корп. 1'],
    ['htcge,kbrb 14', 'г. Тюмень, ул. Республики, д. 14'],
    ['ишим республики 14', 'г. Ишим, ул. Республики, д. 14'],
    ['садовая 14', 'г. Тюмень, ул. Садовая, д. 14'],
  ])('%s → %s first', async (query, wanted) => {
    expect((await findHouses(ctx, query, 5))[0]?.address).toBe(wanted);
  });

  it.each([
    ['с', 'Садовая'],
    ['пер', 'Пермякова'],
    ['ленина д', 'Ленина'],
    ['тюмень стр', 'Тюмень'],
    ['626150', 'Тобольск'],
    ['4 мкр', 'мкр. 4'],
    ['республики 999', 'Республики'],
    ['16', 'д. 16'],
  ])('half typed: %s shows %s', async (typed, part) => {
    const hits = await findHouses(ctx, typed, 10);
    expect(hits.map((hit) => hit.address).join('; ')).toContain(part);
  });

  it('lists houses in the order of their numbers, streets of the bigger city first', async () => {
    const hits = await findHouses(ctx, 'тюмень 30 лет победы', 5);
    expect(hits.map((hit) => hit.number)).toEqual(['14', '31', '33', '35', '37']);
    expect((await findHouses(ctx, 'лен', 4)).map((hit) => hit.city)).toEqual([
      'г. Тюмень',
      'г. Тюмень',
      'г. Тобольск',
      'г. Тобольск',
    ]);
  });

  it('knows a street that came a moment ago', async () => {
    expect(await findHouses(ctx, 'внезапная 3')).toEqual([]);
    await makeHouse(ctx, { address: 'обл. Тюменская, г. Тюмень, ул. Внезапная, д. 3' });
    expect((await findHouses(ctx, 'внезапнаая 3')).map((hit) => hit.address)).toEqual(['г. Тюмень, ул. Внезапная, д. 3']);
  });

  it.each(['', '   ', '%', '_', "'; drop table house --", 'ъ'.repeat(500), '99999999999', '\\', 'no such street at all 7', '💡'])(
    'takes %s calmly',
    async (query) => {
      expect(Array.isArray(await findHouses(ctx, query))).toBe(true);
    },
  );

  it('walks to the houses of a street by their order, number or none', async () => {
    const plan = await ctx.write(async (w) => {
      await sql`set local enable_seqscan = off`.execute(w.db);
      return sql<
        Record<string, string>
      >`explain select id from house where street_id = ${newId()} and left(substring(number_key from '^[0-9]+'), 9)::int = 14 order by number_key`.execute(
        w.db,
      );
    });
    expect(JSON.stringify(plan.rows)).toContain('house_street_order');
  });
});

describe('nearestHouses', () => {
  it('sorts by metres and widens until it finds', async () => {
    const here = (await findHouses(ctx, 'тюмень садовая 14', 1))[0];
    const hits = await nearestHouses(ctx, { lat: here?.lat ?? 0, lon: here?.lon ?? 0 }, 5);
    expect(hits[0]).toMatchObject({ id: here?.id, distance: 0 });
    expect(hits.map((hit) => hit.distance)).toEqual(hits.map((hit) => hit.distance ?? 0).sort((a, b) => a - b));
    expect(await nearestHouses(ctx, { lat: 0, lon: 0 }, 5)).toEqual([]);
    expect((await nearestHouses(ctx, { lat: 57.3, lon: 65.5 }, 3)).length).toBe(3);
  });
});

describe('two regions', () => {
  it('never answer with a house or company of the other', async () => {
    await leakProbe(regions, (one) => findHouses(one, 'ленина', 50));
    await leakProbe(regions, (one) => findHouses(one, 'омск мира 12', 50));
    await leakProbe(regions, (one) => nearestHouses(one, { lat: 54.98, lon: 73.37 }, 50));
    await leakProbe(regions, (one) => houseRegister(one, { sort: 'address', dir: 'asc', page: 1 }));
  });

  it('do not know each other’s ids', async () => {
    const omsk = await systemIn(regions, 'omsk');
    const foreign = (await findHouses(omsk, 'ленина 12', 1))[0];
    expect(foreign?.city).toBe('г. Омск');
    const id = foreign?.id ?? '';
    const mine = createDirectory(ctx);
    expect([
      await mine.house(id),
      await mine.managerOf(id),
      await houseCard(ctx, id),
      (await mine.housesByIds([id])).size,
    ]).toEqual([null, null, null, 0]);
  });
});
