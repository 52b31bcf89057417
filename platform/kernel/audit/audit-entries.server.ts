// The audit trail as a stream of the sealed log: what an entry holds, and reading entries back.
import { sql } from 'kysely';
import { z } from 'zod';
import type { Actor } from '../module/actor.ts';
import type { TenantDb } from '../module/context.server.ts';
import '../db/tables/sealed-log.server.ts';

export const AUDIT = 'audit';

const content = z.object({
  action: z.string(),
  actorKind: z.string(),
  actorId: z.string().nullable(),
  detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  requestId: z.string(),
});

export type AuditContent = z.infer<typeof content>;

export interface AuditEntry extends AuditContent {
  id: string;
  at: Date;
  subjectType: string;
  subjectId: string;
}

export const actorIdOf = (actor: Actor): string | null => ('accountId' in actor ? actor.accountId : null);

/** Entries of one action, oldest first; erased ones are left out. */
export async function auditEntries(db: TenantDb, action: string): Promise<AuditEntry[]> {
  const rows = await db
    .selectFrom('sealed_entry')
    .innerJoin('sealed_content', 'sealed_content.entry_id', 'sealed_entry.id')
    .select(['id', 'at', 'subject_type', 'subject_id', 'content'])
    .where('stream', '=', AUDIT)
    .where(sql<boolean>`content->>'action' = ${action}`)
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    at: row.at,
    subjectType: row.subject_type,
    subjectId: row.subject_id,
    ...content.parse(row.content),
  }));
}
