// The region's dictionary of streets in this process: read once, read again when the version beside the houses is another.
import type { Context } from '@zhkh/kernel/module.server';
import { buildDictionary, type StreetDictionary } from '../../domain/address-search/street-dictionary.ts';

interface Kept {
  version: number;
  dictionary: StreetDictionary;
}

/** By the region's own connection: one region's streets can not be found under another's. */
const kept = new WeakMap<Context['db'], Promise<Kept>>();

export function streetDictionary(ctx: Context): Promise<Kept> {
  return kept.get(ctx.db) ?? readAgain(ctx);
}

export function readAgain(ctx: Context): Promise<Kept> {
  const reading = read(ctx);
  kept.set(ctx.db, reading);
  reading.catch(() => kept.get(ctx.db) === reading && kept.delete(ctx.db));
  return reading;
}

/** The version first: streets that come in between are read now and once more. */
async function read(ctx: Context): Promise<Kept> {
  const { version } = await ctx.db.selectFrom('street_dictionary').select('version').executeTakeFirstOrThrow();
  const rows = await ctx.db
    .selectFrom('house_street')
    .select(['id', 'street', 'city_norm', 'street_norm', 'city_houses'])
    .orderBy('street_norm')
    .orderBy('city_norm')
    .execute();
  return { version, dictionary: buildDictionary(rows) };
}
