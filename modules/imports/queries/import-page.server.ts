// Reads one import for its page: progress, speed, counts, refusals, an earlier import of the same file.
import { notFound } from '@zhkh/kernel/errors';
import type { Context } from '@zhkh/kernel/module.server';
import { sourceTitles } from '../run/sources-of.server.ts';
import { type ImportRow, importRow } from './imports.server.ts';

export interface ImportPage extends ImportRow {
  mode: 'check' | 'load' | 'apply';
  finishedAt: string | null;
  expiresAt: string | null;
  cancelling: boolean;
  rowsPerSecond: number;
  secondsLeft: number | null;
  bytes: number;
  sha256: string | null;
  encoding: string | null;
  delimiter: string | null;
  /** The file is still kept: it can be begun anew. */
  kept: boolean;
  /** When refused rows were swept. */
  sweptAt: string | null;
  /** The last import of the very same file before this one. */
  before: { id: string; at: string; state: string } | null;
  refusals: { field: string; reason: string; rows: number; line: number }[];
}

export async function importPage(ctx: Context, id: string): Promise<ImportPage> {
  const row = await ctx.db.selectFrom('import_run').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw notFound('imports.no-import');
  const seconds = Math.max(0.5, (ctx.clock.now().getTime() - row.started_at.getTime()) / 1000);
  const reading = row.state === 'running' && row.phase === 'reading';
  return {
    ...importRow(row, sourceTitles(ctx)),
    mode: row.mode,
    finishedAt: row.finished_at?.toISOString() ?? null,
    expiresAt: row.state === 'staged' ? (row.expires_at?.toISOString() ?? null) : null,
    cancelling: row.cancel_at !== null,
    rowsPerSecond: reading ? Math.round(row.rows_read / seconds) : 0,
    secondsLeft: reading ? left(row.bytes_read, row.file_bytes ?? 0, seconds) : null,
    bytes: row.file_bytes ?? 0,
    sha256: row.file_sha256,
    encoding: row.encoding,
    delimiter: row.delimiter,
    kept: row.file_id !== null,
    sweptAt: row.rows_swept_at?.toISOString() ?? null,
    before: await sameFileBefore(ctx, row),
    refusals: row.rows_failed > 0 ? await refusalsOf(ctx, id) : [],
  };
}

function left(read: number, total: number, seconds: number): number | null {
  return read > 0 && total > 0 ? Math.max(0, Math.round((seconds * (total - read)) / read)) : null;
}

async function sameFileBefore(
  ctx: Context,
  run: { id: string; connector: string; file_sha256: string | null; started_at: Date },
): Promise<ImportPage['before']> {
  if (!run.file_sha256) return null;
  const row = await ctx.db
    .selectFrom('import_run')
    .select(['id', 'started_at', 'state'])
    .where('file_sha256', '=', run.file_sha256)
    .where('connector', '=', run.connector)
    .where('id', '<>', run.id)
    .where('started_at', '<=', run.started_at)
    .where('state', '=', 'done')
    .orderBy('started_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? { id: row.id, at: row.started_at.toISOString(), state: row.state } : null;
}

async function refusalsOf(ctx: Context, importId: string): Promise<ImportPage['refusals']> {
  const rows = await ctx.db
    .selectFrom('import_failed_row')
    .select((eb) => ['field', 'reason', eb.fn.countAll<number>().as('rows'), eb.fn.min('line').as('line')])
    .where('import_id', '=', importId)
    .groupBy(['field', 'reason'])
    .orderBy('rows', 'desc')
    .limit(12)
    .execute();
  return rows.map((row) => ({ ...row, rows: Number(row.rows), line: Number(row.line) }));
}
