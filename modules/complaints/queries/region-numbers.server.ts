// Two numbers of a region: complaints solved in a month, and the share of answers in time.
import type { Context } from '@zhkh/kernel/module.server';
import { sets } from '../domain/status.ts';

export interface RegionNumbers {
  solved: number;
  /** Null while there are few answers. */
  onTime: number | null;
}

const FEW = 20;
const MONTH = 30 * 86_400_000;

export async function regionNumbers(ctx: Context): Promise<RegionNumbers | null> {
  const since = new Date(ctx.clock.now().getTime() - MONTH);
  const [solved, answers] = await Promise.all([
    ctx.db
      .selectFrom('complaint')
      .where('closed_at', '>=', since)
      .where('status', 'in', [...sets.solved])
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow(),
    ctx.db
      .selectFrom('complaint_answer')
      .where('at', '>=', since)
      .where('in_time', 'is not', null)
      .select((eb) => [eb.fn.countAll<number>().as('all'), eb.fn.countAll<number>().filterWhere('in_time', '=', true).as('good')])
      .executeTakeFirstOrThrow(),
  ]);
  if (solved.n === 0) return null;
  return { solved: solved.n, onTime: answers.all < FEW ? null : answers.good / answers.all };
}
