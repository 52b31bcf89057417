// Schedules of the region's sources with what came of them last, and the freshness of every source beside.
import type { Context } from '@zhkh/kernel/module.server';
import { sourceTitles } from '../run/sources-of.server.ts';

export interface ScheduleRow {
  id: string;
  connector: string;
  /** i18n key of the source's name. */
  title: string;
  kind: 'inbox' | 'url' | 'passport';
  address: string | null;
  cron: string;
  mode: 'check' | 'load';
  enabled: boolean;
  nextAt: string;
  lastAt: string | null;
  lastState: 'queued' | 'unchanged' | 'nothing' | 'failed' | null;
  reason: string | null;
  detail: string | null;
  lastImportId: string | null;
}

export async function schedules(ctx: Context): Promise<ScheduleRow[]> {
  const rows = await ctx.db.selectFrom('source_schedule').selectAll().orderBy('connector').orderBy('id').execute();
  const titleOf = sourceTitles(ctx);
  return rows.map((row) => {
    const [reason = null, ...detail] = row.last_error?.split(': ') ?? [];
    return {
      id: row.id,
      connector: row.connector,
      title: titleOf(row.connector),
      kind: row.kind,
      address: row.address,
      cron: row.cron,
      mode: row.mode,
      enabled: row.enabled,
      nextAt: row.next_at.toISOString(),
      lastAt: row.last_at?.toISOString() ?? null,
      lastState: row.last_state,
      reason,
      detail: detail.join(': ') || null,
      lastImportId: row.last_import_id,
    };
  });
}
