// The measure of the address search: misspelt queries of hand and of the generator, each kind of carelessness by itself.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Context } from '@zhkh/kernel/module.server';
import { systemIn, type TwoRegions, twoRegions } from '@zhkh/tools/testing';
import { seeded } from '@zhkh/tools/testing/seeded';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readQuery } from '../../domain/address-search/address-query.ts';
import { streetsFor } from '../../domain/address-search/find-streets.ts';
import imports from '@zhkh/imports/module';
import directory from '../../module.server.ts';
import { seed } from '../../seed.server.ts';
import { classes } from '../../testing/misspell/classes.ts';
import { findHouses } from './find-houses.server.ts';
import { housesOn } from './houses-on.server.ts';
import { streetDictionary } from './street-dictionary.server.ts';

type Find = (ctx: Context, query: string) => Promise<string[]>;
type Pair = readonly [query: string, wanted: string];

const EACH = 30;
const SHARE = 0.98;

let regions: TwoRegions;
let tyumen: Context;
let omsk: Context;
beforeAll(async () => {
  regions = await twoRegions([imports, directory]);
  [tyumen, omsk] = [await systemIn(regions, 'tyumen'), await systemIn(regions, 'omsk')];
  await seed(tyumen, { size: 'demo' });
  await seed(omsk, { size: 'demo' });
});
afterAll(() => regions.close());

const find: Find = async (ctx, query) => (await findHouses(ctx, query, 5)).map((hit) => hit.address);

/** The planted fault: nobody may make a slip. */
const findExactly: Find = async (ctx, query) => {
  const { dictionary } = await streetDictionary(ctx);
  const { ranked } = await housesOn(ctx, streetsFor(dictionary, readQuery(query), 'none'), 5, false);
  return ranked.slice(0, 5).map(({ house }) => house.address);
};

async function missed(ctx: Context, pairs: readonly Pair[], by: Find): Promise<string[]> {
  const misses: string[] = [];
  for (const [query, wanted] of pairs) {
    const found = await by(ctx, query);
    if (!found.includes(wanted)) misses.push(`${query} → ${wanted}, not ${found.join('; ')}`);
  }
  return misses;
}

function byHand(file: string): Pair[] {
  return readFileSync(path.join(import.meta.dirname, '../../testing', file), 'utf8')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'))
    .map((line) => line.split('\t') as [string, string]);
}

describe('queries written by hand', () => {
  const [ofTyumen, ofOmsk] = [byHand('misspelt-queries.tsv'), byHand('misspelt-queries-55.tsv')];

  it('find their house in the first five', async () => {
    const misses = [...(await missed(tyumen, ofTyumen, find)), ...(await missed(omsk, ofOmsk, find))];
    expect(ofTyumen.length + ofOmsk.length).toBeGreaterThanOrEqual(400);
    expect(misses.length, misses.join('\n')).toBeLessThanOrEqual((ofTyumen.length + ofOmsk.length) * (1 - SHARE));
  });

  it('would be missed by a search without slips: the measure sees it', async () => {
    expect((await missed(tyumen, ofTyumen, findExactly)).length).toBeGreaterThan(ofTyumen.length * 0.2);
  });
});

describe('queries of the generator', () => {
  it.each(Object.entries(classes))('%s', async (_kind, make) => {
    const misses: string[] = [];
    for (const ctx of [tyumen, omsk]) {
      const random = seeded(2026);
      const houses = await ctx.db
        .selectFrom('house')
        .select(['address', 'city', 'street', 'number'])
        .orderBy('address')
        .execute();
      // Of a street that is only a number no word can be misspelt.
      const named = houses.filter((house) => !/мкр/.test(house.street));
      const pairs = Array.from({ length: EACH }, () => random.pick(named)).map(
        (house) => [make(house, random), house.address] as const,
      );
      misses.push(...(await missed(ctx, pairs, find)));
    }
    expect(misses.length, misses.join('\n')).toBeLessThanOrEqual(2 * EACH * (1 - SHARE));
  });
});
