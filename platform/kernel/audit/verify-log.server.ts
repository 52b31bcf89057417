// Verifies a region's sealed log: the old audit chain, every link after it, the digest of every content that is still there.
import { sql } from 'kysely';
import type { TenantDb } from '../module/context.server.ts';
import { digestOf, type EntryFacts, type Json, linkHash } from './digest.ts';
import { ERASED } from './erase-content.server.ts';
import { verifyOldChain } from './verify-old-chain.server.ts';
import '../db/tables/sealed-log.server.ts';

export interface LogReport {
  /** Chained entries that are whole. */
  entries: number;
  /** Sequence number of the first entry that was changed, or after which one is missing. */
  brokenAt: number | null;
  /** Written but not chained yet: nothing proves them so far. */
  unsealed: number;
  /** Entries whose content was erased and said to be. */
  erased: number;
  /** Hash of the last good entry: exported daily, it pins everything before it. */
  root: string;
}

interface LinkRow extends EntryFacts {
  seq: number;
  prev_hash: string;
  hash: string;
  salt: string | null;
  content: Json;
  erased: boolean;
}

const PAGE = 1000;

export async function verifyLog(db: TenantDb): Promise<LogReport> {
  const old = await verifyOldChain(db);
  const unsealed = await countUnsealed(db);
  if (old.brokenAt !== null) return { ...old, unsealed, erased: 0 };
  let [seq, hash, erased] = [old.entries, old.root, 0];
  for (;;) {
    const page = await linksAfter(db, seq);
    for (const row of page) {
      if (!follows(row, seq, hash)) return { entries: seq, brokenAt: seq + 1, unsealed, erased, root: hash };
      if (row.salt === null) erased += 1;
      [seq, hash] = [row.seq, row.hash];
    }
    if (page.length < PAGE) break;
  }
  const head = await db.selectFrom('sealed_head').selectAll().executeTakeFirst();
  const cut = head?.seq !== seq || head.hash !== hash;
  return { entries: seq, brokenAt: cut ? seq + 1 : null, unsealed, erased, root: hash };
}

function follows(row: LinkRow, seq: number, hash: string): boolean {
  const chained = row.seq === seq + 1 && row.prev_hash === hash && row.hash === linkHash(hash, row.seq, row);
  return chained && (row.salt === null ? row.erased : row.digest === digestOf(row.salt, row.content));
}

async function linksAfter(db: TenantDb, seq: number): Promise<LinkRow[]> {
  const { rows } = await sql<LinkRow>`
    select link.seq, link.prev_hash, link.hash, entry.*, content.salt, content.content,
      content.salt is null and exists (
        select from sealed_entry by where by.stream = ${ERASED} and by.subject_type = 'entry' and by.subject_id = entry.id::text
      ) as erased
    from sealed_link link join sealed_entry entry on entry.id = link.entry_id
    left join sealed_content content on content.entry_id = entry.id
    where link.seq > ${seq} order by link.seq limit ${PAGE}`.execute(db);
  return rows;
}

/** By the entries themselves, not by the worker's list of what to seal. */
async function countUnsealed(db: TenantDb): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from sealed_entry entry
    where not exists (select from sealed_link link where link.entry_id = entry.id)`.execute(db);
  return rows[0]?.n ?? 0;
}
