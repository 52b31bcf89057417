// Walks the audit chain of before the sealed log, by its own rule, up to the marked point where the log goes on.
import type { TenantDb } from '../module/context.server.ts';
import { hashEntry } from './hash-entry.ts';

export interface OldChain {
  entries: number;
  /** Sequence number of the first entry that was changed, or after which one is missing. */
  brokenAt: number | null;
  root: string;
}

const PAGE = 1000;
const START = '0'.repeat(64);

export async function verifyOldChain(db: TenantDb): Promise<OldChain> {
  let [seq, hash] = [0, START];
  for (;;) {
    const page = await db.selectFrom('audit_entry').selectAll().where('seq', '>', seq).orderBy('seq').limit(PAGE).execute();
    for (const row of page) {
      const facts = {
        seq: row.seq,
        id: row.id,
        at: row.at,
        actorKind: row.actor_kind,
        actorId: row.actor_id,
        action: row.action,
        subjectType: row.subject_type,
        subjectId: row.subject_id,
        detail: row.detail,
        requestId: row.request_id,
      };
      const follows = row.seq === seq + 1 && row.prev_hash === hash && row.hash === hashEntry(hash, facts);
      if (!follows) return { entries: seq, brokenAt: row.seq, root: hash };
      [seq, hash] = [row.seq, row.hash];
    }
    if (page.length < PAGE) break;
  }
  const head = await db.selectFrom('audit_head').selectAll().executeTakeFirst();
  const cut = head?.seq !== seq || head.hash !== hash;
  return { entries: seq, brokenAt: cut ? seq + 1 : null, root: hash };
}
