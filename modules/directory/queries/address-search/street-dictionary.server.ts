// The region's dictionary of streets in this process: read once, read again when the version beside the houses is another.
import { forgetKept, keptFor } from '@zhkh/kernel/db.server';
import type { Context } from '@zhkh/kernel/module.server';
import { buildDictionary, type StreetDictionary } from '../../domain/address-search/street-dictionary.ts';

interface Kept {
  version: number;
  dictionary: StreetDictionary;
}

export function streetDictionary(ctx: Context): Promise<Kept> {
  return keptFor(ctx, Number.POSITIVE_INFINITY, read);
}

export function readAgain(ctx: Context): Promise<Kept> {
  forgetKept(ctx, read);
  return streetDictionary(ctx);
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
