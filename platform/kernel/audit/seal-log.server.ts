// Seals a region's written entries: chains each to the one before, in batches, one worker at a time.
import { sql } from 'kysely';
import type { Context, TenantTransaction } from '../module/context.server.ts';
import { defineJob } from '../module/define-module.server.ts';
import { linkHash } from './digest.ts';
import '../db/tables/sealed-log.server.ts';

const BATCH = 1000;

/** Within a minute an entry is sealed; until then `verifyLog` counts it as unsealed. */
export const sealLogJob = defineJob({
  id: 'platform.seal-log',
  timeout: 5 * 60_000,
  attempts: 3,
  cron: '* * * * *',
  run: (ctx, signal) => sealLog(ctx, signal),
});

export async function sealLog(ctx: Context, signal?: AbortSignal): Promise<void> {
  while (!signal?.aborted && (await ctx.write((w) => sealSome(w.db))) === BATCH);
}

async function sealSome(db: TenantTransaction): Promise<number> {
  const head = await db.selectFrom('sealed_head').select(['seq', 'hash']).forUpdate().executeTakeFirstOrThrow();
  const entries = await db
    .selectFrom('sealed_tail')
    .innerJoin('sealed_entry', 'sealed_entry.id', 'sealed_tail.entry_id')
    .selectAll('sealed_entry')
    .orderBy('sealed_entry.id')
    .limit(BATCH)
    .execute();
  if (entries.length === 0) return 0;
  let { seq, hash } = head;
  const links = entries.map((entry) => {
    const previous = hash;
    seq += 1;
    hash = linkHash(previous, seq, entry);
    return { seq, entry_id: entry.id, prev_hash: previous, hash };
  });
  await db.insertInto('sealed_link').values(links).execute();
  await db.updateTable('sealed_head').set({ seq, hash }).execute();
  const ids = entries.map((entry) => entry.id);
  await sql`delete from sealed_tail where entry_id = any(${ids}::uuid[])`.execute(db);
  return entries.length;
}
