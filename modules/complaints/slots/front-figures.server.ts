// Fills the numbers of the front page: complaints solved in a month, and the share answered in time.
import type { Context } from '@zhkh/kernel/module.server';
import type { Figure } from '@zhkh/ui/app-slots';
import { regionNumbers } from '../queries/region-numbers.server.ts';

export async function frontFigures(ctx: Context): Promise<Figure[] | null> {
  const numbers = await regionNumbers(ctx);
  if (!numbers) return null;
  const note = ctx.t('complaints:front.month');
  const solved = { label: ctx.t('complaints:front.solved'), value: numbers.solved, note };
  if (numbers.onTime === null) return [solved];
  return [solved, { label: ctx.t('complaints:authority.on-time'), value: Math.round(numbers.onTime * 100), unit: '%', note }];
}
