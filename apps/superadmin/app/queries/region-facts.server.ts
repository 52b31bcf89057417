// What a region's own database says of its health: work that waits, failures that are parked, migrations it has.
import type { Context } from '@zhkh/kernel/module.server';
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
    ctx.slots('operator-region.stat', {}),
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

/** Modules tell their own figure of the day (`operator-region.stat`); null when none is on that does. */
function perDayOf(stats: readonly { id: string; data: unknown }[]): number | null {
  const figures = stats
    .map((stat) => (stat.data as { perDay?: unknown } | null)?.perDay)
    .filter((value): value is number => typeof value === 'number');
  return figures.length === 0 ? null : figures.reduce((sum, value) => sum + value, 0);
}
