// What was loaded into the region: history by pages, what is on its way, refused rows of one run.
import type { Context } from '@zhkh/kernel/module.server';
import { sourceTitles } from '../run/sources-of.server.ts';

export const IMPORTS_SIZE = 25;

export type ImportState = 'queued' | 'running' | 'staged' | 'done' | 'failed' | 'stopped' | 'expired';
export const importStates: readonly ImportState[] = ['queued', 'running', 'staged', 'done', 'failed', 'stopped', 'expired'];

export interface ImportRow {
  id: string;
  connector: string;
  /** i18n key of the source's name. */
  title: string;
  file: string;
  factDate: string | null;
  state: ImportState;
  phase: 'reading' | 'checking' | 'applying' | null;
  startedAt: string;
  rows: number;
  failed: number;
  /** Of the file's bytes, 0 to 1; null when it can not be told. */
  part: number | null;
  /** What was (or in a dry run would be) added and changed, by kind; zeros left out. */
  counts: Record<string, number>;
  /** Sum of everything that was added or changed. */
  changed: number;
  /** End of an i18n key under `imports.reasons`, when there is one. */
  reason: string | null;
  detail: string | null;
}

export async function imports(
  ctx: Context,
  filter: { source?: string; state?: string; page: number },
): Promise<{ rows: ImportRow[]; total: number }> {
  const matching = ctx.db
    .selectFrom('import_run')
    .$if(Boolean(filter.source), (query) => query.where('connector', '=', filter.source ?? ''))
    .$if(Boolean(filter.state), (query) => query.where('state', '=', filter.state as ImportState));
  const [rows, count] = await Promise.all([
    matching
      .selectAll()
      .orderBy('started_at', 'desc')
      .orderBy('id', 'desc')
      .limit(IMPORTS_SIZE)
      .offset((filter.page - 1) * IMPORTS_SIZE)
      .execute(),
    matching.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow(),
  ]);
  const titleOf = sourceTitles(ctx);
  return { rows: rows.map((row) => importRow(row, titleOf)), total: Number(count.total) };
}

/** On their way, or waiting for a decision: what an operator looks at first. */
export async function openImports(ctx: Context): Promise<ImportRow[]> {
  const rows = await ctx.db
    .selectFrom('import_run')
    .selectAll()
    .where('state', 'in', ['queued', 'running', 'staged'])
    .orderBy('started_at')
    .limit(20)
    .execute();
  const titleOf = sourceTitles(ctx);
  return rows.map((row) => importRow(row, titleOf));
}

interface Stored {
  id: string;
  connector: string;
  file_name: string;
  fact_date: string | null;
  state: ImportState;
  phase: ImportRow['phase'];
  started_at: Date;
  rows_read: number;
  rows_failed: number;
  file_bytes: number | null;
  bytes_read: number;
  counts: Record<string, number>;
  error: string | null;
}

export function importRow(row: Stored, titleOf: (connectorId: string) => string): ImportRow {
  return {
    id: row.id,
    connector: row.connector,
    title: titleOf(row.connector),
    file: row.file_name,
    factDate: row.fact_date,
    state: row.state,
    phase: row.state === 'running' ? row.phase : null,
    startedAt: row.started_at.toISOString(),
    rows: row.rows_read,
    failed: row.rows_failed,
    part: row.file_bytes ? Math.min(1, row.bytes_read / row.file_bytes) : null,
    counts: Object.fromEntries(Object.entries(row.counts).filter(([, count]) => count !== 0)),
    changed: row.state === 'done' ? changedOf(row.counts) : 0,
    ...reasonOf(row.error),
  };
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

/** «columns: Адрес ОЖФ», «imports.older-than-loaded», «too-many-failed» */
function reasonOf(error: string | null): { reason: string | null; detail: string | null } {
  if (!error) return { reason: null, detail: null };
  const [head = '', ...rest] = error.split(': ');
  return { reason: head.replace(/^(imports|directory|platform)\./, ''), detail: rest.length > 0 ? rest.join(': ') : null };
}
