// Does an answer of one region hold anything of the other? Looks for canary texts and for ids of the other region's rows.
import postgres from 'postgres';
import { ident } from '@zhkh/kernel/db.server';
import type { Context } from '@zhkh/kernel/module.server';
import { systemIn } from './people.ts';
import { type RegionSlug, regionSlugs } from './regions.ts';
import type { TwoRegions } from './two-regions.ts';

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi;

/** A text no other region has: put it into names, texts and addresses of test rows. */
export const canary = (slug: RegionSlug) => `канарейка-${slug}-7f3a91`;

/** Text of an answer → what in it belongs to the other region. Empty = no leak. */
export async function foreignIn(regions: TwoRegions, slug: RegionSlug, answer: string): Promise<string[]> {
  const others = regionSlugs.filter((one) => one !== slug);
  const texts = others.map(canary).filter((text) => answer.includes(text));
  const ids = [...new Set(answer.toLowerCase().match(UUID) ?? [])];
  if (ids.length === 0) return texts;
  const rows = await Promise.all(others.map((other) => rowsOf(regions, other, ids)));
  return [...texts, ...rows.flat()];
}

/**
 * Runs the query in each region as the region itself (or as `who` makes the context) and throws when a row of the other comes back.
 * @example await leakProbe(regions, (ctx) => listComplaints(ctx, { page: 1 }))
 */
export async function leakProbe(
  regions: TwoRegions,
  query: (ctx: Context) => Promise<unknown>,
  who: (regions: TwoRegions, slug: RegionSlug) => Promise<Context> = systemIn,
): Promise<void> {
  for (const slug of regionSlugs) {
    const answer = JSON.stringify((await query(await who(regions, slug))) ?? null);
    const foreign = await foreignIn(regions, slug, answer);
    if (foreign.length > 0) throw new Error(`Leak into ${slug}: ${foreign.slice(0, 5).join(', ')}`);
  }
}

/** As superuser: which of these ids are keys of rows in the region's schema. */
async function rowsOf(regions: TwoRegions, slug: RegionSlug, ids: string[]): Promise<string[]> {
  const sql = postgres(regions.database.superuserUrl, { max: 1, onnotice: () => undefined });
  const { schema } = regions.region(slug);
  try {
    const tables = await sql<{ name: string }[]>`
      select table_name as name from information_schema.columns
      where table_schema = ${schema} and column_name = 'id' and data_type = 'uuid'`;
    const found = await Promise.all(
      tables.map(({ name }) =>
        sql.unsafe<{ id: string }[]>(`select id from ${ident(schema)}.${ident(name)} where id = any($1::uuid[])`, [ids as never]),
      ),
    );
    return found.flatMap((rows, i) => rows.map(({ id }) => `${slug}.${tables[i]?.name} ${id}`));
  } finally {
    await sql.end({ timeout: 2 });
  }
}
