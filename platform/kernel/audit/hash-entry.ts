// The link of the audit chain: each entry's hash covers the one before it, so a changed or lost row shows.
import { createHash } from 'node:crypto';

export interface AuditFacts {
  seq: number;
  id: string;
  at: Date;
  actorKind: string;
  actorId: string | null;
  action: string;
  subjectType: string;
  subjectId: string;
  detail: Record<string, string | number | boolean | null>;
  requestId: string;
}

/** Keys in order: jsonb gives them back in an order of its own. */
function canonical(detail: AuditFacts['detail']): string {
  return JSON.stringify(Object.entries(detail).sort(([a], [b]) => (a < b ? -1 : 1)));
}

export function hashEntry(previous: string, facts: AuditFacts): string {
  const { seq, id, at, actorKind, actorId, action, subjectType, subjectId, requestId } = facts;
  const fields = [
    previous,
    seq,
    id,
    at.toISOString(),
    actorKind,
    actorId,
    action,
    subjectType,
    subjectId,
    canonical(facts.detail),
    requestId,
  ];
  return createHash('sha256').update(JSON.stringify(fields)).digest('hex');
}
