// What a region's own database says of its health: work that waits, failures that are parked, migrations it has.
import type { Context } from '@zhkh/kernel/module.server';
import { sql } from 'kysely';

export interface Facts {
  waiting: number;
  parked: number;
  applied: number;
  modules: number;
  perDay: number | null;
}

export async function regionFacts(ctx: Context): Promise<Facts> {
  const [events, messages, runs, migrations, stats] = await Promise.all([
    statesOf(ctx, 'event_delivery'),
    statesOf(ctx, 'outgoing_message'),
    statesOf(ctx, 'job_run'),
    ctx.db.selectFrom('migration_history').select(countAll).executeTakeFirstOrThrow(),
    ctx.slots('operator-region.stat', {}),
  ]);
  return {
    waiting: events.waiting + messages.waiting,
    parked: events.parked + messages.parked + runs.parked,
    applied: migrations.n,
    modules: ctx.modules.size,
    perDay: perDayOf(stats),
  };
}

/** States of events and messages that still wait for their turn. */
const OPEN = ['waiting', 'queued', 'sending', 'retry', 'in_doubt'] as const;

const countAll = sql<number>`count(*)`.as('n');

async function statesOf(
  ctx: Context,
  table: 'event_delivery' | 'outgoing_message' | 'job_run',
): Promise<{ waiting: number; parked: number }> {
  const rows = await ctx.db
    .selectFrom(table)
    .select(['state', countAll])
    .where('state', 'in', [...OPEN, 'parked'])
    .groupBy('state')
    .execute();
  const of = (states: readonly string[]) => rows.filter((row) => states.includes(row.state)).reduce((sum, row) => sum + row.n, 0);
  return { waiting: of(OPEN), parked: of(['parked']) };
}

/** Modules tell their own figure of the day (`operator-region.stat`); null when none is on that does. */
function perDayOf(stats: readonly { id: string; data: unknown }[]): number | null {
  const figures = stats
    .map((stat) => (stat.data as { perDay?: unknown } | null)?.perDay)
    .filter((value): value is number => typeof value === 'number');
  return figures.length === 0 ? null : figures.reduce((sum, value) => sum + value, 0);
}
