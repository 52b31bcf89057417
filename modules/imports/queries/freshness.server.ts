// How old what each source said is: a source that was loaded once and then forgotten is told of.
import type { Context } from '@zhkh/kernel/module.server';
import { sql } from 'kysely';
import { sourcesOf, sourceTitles } from '../run/sources-of.server.ts';
import type { ImportsSettings } from '../settings.ts';

export interface Freshness {
  connector: string;
  /** i18n key of its name. */
  title: string;
  /** The newest day the source has spoken of (YYYY-MM-DD). */
  factDate: string;
  loadedAt: string;
  days: number;
  stale: boolean;
}

export async function freshness(ctx: Context): Promise<Freshness[]> {
  const { staleDays, staleDaysOf } = await ctx.settings<ImportsSettings>('imports');
  const rows = await ctx.db
    .selectFrom('import_run')
    .select((eb) => ['connector', eb.fn.max('fact_date').as('fact_date'), sql<Date>`max(finished_at)`.as('loaded_at')])
    .where('state', '=', 'done')
    .where('fact_date', 'is not', null)
    .groupBy('connector')
    .orderBy('connector')
    .execute();
  const staleDaysBySource = new Map(sourcesOf(ctx).map((source) => [source.connector.id, source.staleDays]));
  const titleOf = sourceTitles(ctx);
  const now = ctx.clock.now().getTime();
  return rows.map((row) => {
    const factDate = String(row.fact_date);
    const days = Math.max(0, Math.floor((now - Date.parse(`${factDate}T00:00:00Z`)) / 86_400_000));
    const stale = days > (staleDaysOf[row.connector] ?? staleDaysBySource.get(row.connector) ?? staleDays);
    return {
      connector: row.connector,
      title: titleOf(row.connector),
      factDate,
      loadedAt: row.loaded_at.toISOString(),
      days,
      stale,
    };
  });
}
