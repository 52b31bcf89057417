// What a region's own database says of its health: work that waits, failures that are parked, migrations it has.
import type { Context } from '@zhkh/kernel/module.server';
import { regionStat } from '@zhkh/ui/app-slots';
import { sql } from 'kysely';
import { regionWorks } from './region-works.server.ts';

export interface Facts {
  waiting: number;
  parked: number;
  applied: number;
  modules: number;
  perDay: number | null;
}

export async function regionFacts(ctx: Context): Promise<Facts> {
  const [works, migrations, stats] = await Promise.all([
    Promise.all(regionWorks.map(async ({ definition, counts }) => ({ runs: definition.run, ...(await counts(ctx.db, OPEN)) }))),
    ctx.db.selectFrom('migration_history').select(countAll).executeTakeFirstOrThrow(),
    ctx.slots(regionStat, {}),
  ]);
  return {
    waiting: works.filter((work) => work.runs).reduce((sum, work) => sum + work.waiting, 0),
    parked: works.reduce((sum, work) => sum + work.parked, 0),
    applied: migrations.n,
    modules: ctx.modules.size,
    perDay: perDayOf(stats),
  };
}

const OPEN = ['waiting', 'parked'] as const;

const countAll = sql<number>`count(*)`.as('n');

/** Modules tell their own figure of the day; null when none is on that does. */
function perDayOf(stats: readonly { data: { perDay: number } }[]): number | null {
  return stats.length === 0 ? null : stats.reduce((sum, { data }) => sum + data.perDay, 0);
}
