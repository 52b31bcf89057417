// Operators' audit, newest first.
import type { ControlContext } from '@zhkh/kernel/http.server';
import { sql } from 'kysely';
import { dayAndMinute } from '../domain/times.ts';

export interface JournalEntry {
  id: string;
  at: string;
  who: string;
  action: string;
  subject: string;
  region: string | null;
  detail: string;
}

export async function journal(
  control: ControlContext,
  action: string | undefined,
  page: number,
  pageSize: number,
): Promise<{ entries: JournalEntry[]; total: number; actions: string[] }> {
  const rows = control.db
    .selectFrom('operator_audit')
    .$if(action !== undefined, (query) => query.where('operator_audit.action', '=', action ?? ''));
  const [found, count, actions] = await Promise.all([
    rows
      .leftJoin('operator_account', 'operator_account.id', 'operator_audit.operator_id')
      .select([
        'operator_audit.id',
        'at',
        'action',
        'subject',
        'region',
        'detail',
        'operator_account.name',
        'operator_account.email',
      ])
      .orderBy('at', 'desc')
      .orderBy('operator_audit.id', 'desc')
      .limit(pageSize)
      .offset((page - 1) * pageSize)
      .execute(),
    rows.select(sql<number>`count(*)`.as('n')).executeTakeFirstOrThrow(),
    control.db.selectFrom('operator_audit').select('action').distinct().orderBy('action').execute(),
  ]);
  return {
    entries: found.map((row) => ({
      id: row.id,
      at: dayAndMinute(row.at, control.locale),
      who: row.name || row.email || '—',
      action: row.action,
      subject: row.subject,
      region: row.region,
      detail: Object.entries(row.detail)
        .map(([key, value]) => `${key}: ${value}`)
        .join(', '),
    })),
    total: count.n,
    actions: actions.map((row) => row.action),
  };
}
