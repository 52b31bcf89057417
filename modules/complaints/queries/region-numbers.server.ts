// Two figures for the region's front page: what was solved in a month, and how often companies answer in time.
import type { Context } from '@zhkh/kernel/module.server';
import type { Figure } from '@zhkh/ui/app-slots';
import { sets } from '../domain/status.ts';

const FEW = 20;
const MONTH = 30 * 86_400_000;

export async function regionNumbers(ctx: Context): Promise<Figure[] | null> {
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
  const note = ctx.t('complaints:front.month');
  const figures: Figure[] = [{ label: ctx.t('complaints:front.solved'), value: solved.n, note }];
  if (answers.all >= FEW)
    figures.push({
      label: ctx.t('complaints:authority.on-time'),
      value: Math.round((100 * answers.good) / answers.all),
      unit: '%',
      note,
    });
  return figures;
}
