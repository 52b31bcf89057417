// Loads the hashes of records a source brought before into shared memory.
import type { Context } from '@zhkh/kernel/module.server';
import { sql } from 'kysely';
import type { Connector, ImportRun } from '../connector.ts';
import { countDone } from '../run/import-log.server.ts';
import { eachMark, KnownHashes } from '../read/known/known-hashes.ts';

/** Beyond this (72 MB) everything is read anew: the promise of memory is kept first. */
const MAX_KNOWN = 6_000_000;
/** Read by stretches of the table: one answer for some tens of thousands of rows. */
const PAGES = 2000;

export async function loadKnown(ctx: Context, connector: Connector): Promise<Pick<ImportRun, 'known' | 'doneBefore'>> {
  const doneBefore = await countDone(ctx.db, connector);
  return { doneBefore, known: await knownOf(ctx, connector) };
}

/** Null when there is nothing to know. */
async function knownOf(ctx: Context, connector: Connector): Promise<KnownHashes | null> {
  const stretches: Buffer[] = [];
  let count = 0;
  for (const table of Object.values(connector.remembers?.tables ?? {}))
    for await (const marks of marksOf(ctx, table)) {
      stretches.push(marks);
      count += marks.length / 8;
      if (count > MAX_KNOWN) return null;
    }
  if (count === 0) return null;
  const known = KnownHashes.for(count);
  for (const marks of stretches) eachMark(marks, (low, high) => known.add(low, high));
  return known;
}

async function* marksOf(ctx: Context, table: string): AsyncGenerator<Buffer> {
  const size = await sql<{ pages: number }>`
    select (pg_relation_size(to_regclass(${table})) / current_setting('block_size')::int)::int as pages`.execute(ctx.db);
  for (let page = 0; page < (size.rows[0]?.pages ?? 0); page += PAGES) {
    const found = await sql<{ marks: Buffer | null }>`
      select string_agg(int8send(record_hash), ''::bytea) as marks from ${sql.table(table)}
      where ctid >= ${`(${page},0)`}::tid and ctid < ${`(${page + PAGES},0)`}::tid and record_hash is not null`.execute(ctx.db);
    if (found.rows[0]?.marks) yield found.rows[0].marks;
  }
}
