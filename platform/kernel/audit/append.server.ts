// Appends entries to the region's audit chain. Called as the last step before commit: the head of the chain is locked
// from here on, so the lock lasts one round trip and the flush.
import { newId } from '../db/ids.ts';
import { jsonb } from '../db/json.server.ts';
import type { TenantTransaction } from '../module/context.server.ts';
import { type AuditFacts, hashEntry } from './hash-entry.ts';

export type PendingEntry = Omit<AuditFacts, 'seq' | 'id'>;

export async function appendAudit(db: TenantTransaction, pending: readonly PendingEntry[]): Promise<void> {
  if (pending.length === 0) return;
  let { seq, hash } = await db.selectFrom('audit_head').select(['seq', 'hash']).forUpdate().executeTakeFirstOrThrow();
  const rows = pending.map((entry) => {
    const facts = { ...entry, seq: seq + 1, id: newId() };
    const previous = hash;
    seq = facts.seq;
    hash = hashEntry(previous, facts);
    return {
      seq,
      id: facts.id,
      at: facts.at,
      actor_kind: facts.actorKind,
      actor_id: facts.actorId,
      action: facts.action,
      subject_type: facts.subjectType,
      subject_id: facts.subjectId,
      detail: jsonb(facts.detail),
      request_id: facts.requestId,
      prev_hash: previous,
      hash,
    };
  });
  // On one connection statements sent together travel together, in this order.
  await Promise.all([
    db.insertInto('audit_entry').values(rows).execute(),
    db.updateTable('audit_head').set({ seq, hash }).execute(),
  ]);
}
