// What was loaded into the region: runs with their counts, failed rows of one.
import type { Context } from '@zhkh/platform/module.server';

export interface ImportRow {
  id: string;
  connector: string;
  file: string;
  factDate: string | null;
  state: 'running' | 'staged' | 'done' | 'failed' | 'stopped' | 'expired';
  startedAt: string;
  rows: number;
  failed: number;
  /** What was (or in a dry run would be) added and changed, by kind; zeros left out. */
  counts: Record<string, number>;
  /** Sum of everything that was added or changed. */
  changed: number;
  /** End of an i18n key under `imports.reasons`, when there is one. */
  reason: string | null;
  detail: string | null;
}

export async function imports(ctx: Context, limit = 50): Promise<ImportRow[]> {
  const rows = await ctx.db
    .selectFrom('import_run')
    .selectAll()
    .orderBy('started_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    connector: row.connector,
    file: row.file_name,
    factDate: row.fact_date,
    state: row.state,
    startedAt: row.started_at.toISOString(),
    rows: row.rows_read,
    failed: row.rows_failed,
    counts: Object.fromEntries(Object.entries(row.counts).filter(([, count]) => count !== 0)),
    changed: row.state === 'staged' || row.state === 'expired' ? 0 : changedOf(row.counts),
    ...reasonOf(row.error),
  }));
}

export function failedRows(ctx: Context, importId: string) {
  return ctx.db
    .selectFrom('import_failed_row')
    .select(['entry', 'line', 'field', 'reason', 'raw'])
    .where('import_id', '=', importId)
    .orderBy('entry')
    .orderBy('line')
    .limit(20_000)
    .execute();
}

const NOT_CHANGES = new Set(['refused', 'othersSkipped']);

function changedOf(counts: Record<string, number>): number {
  return Object.entries(counts).reduce((sum, [name, count]) => (NOT_CHANGES.has(name) ? sum : sum + count), 0);
}

/** «columns: Адрес ОЖФ», «directory.older-than-loaded», «too-many-failed» */
function reasonOf(error: string | null): { reason: string | null; detail: string | null } {
  if (!error) return { reason: null, detail: null };
  const [head = '', ...rest] = error.split(': ');
  return { reason: head.replace('directory.', ''), detail: rest.length > 0 ? rest.join(': ') : null };
}
