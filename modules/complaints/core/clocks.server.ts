// Counts the two due dates of a complaint as columns: when a company gets it, and again when it is refuted.
import { directory } from '@zhkh/directory';
import type { Context } from '@zhkh/kernel/module.server';
import { type WorkingCalendar, workingCalendar } from '@zhkh/kernel/time';
import { type Deadline, deadlineFrom } from '../domain/deadline.ts';
import { variantFor } from '../domain/norm.ts';
import type { ComplaintsSettings } from '../settings.ts';
import { type Category, reference } from './reference.server.ts';

export interface Clocks {
  answer_norm_id: string | null;
  answer_due_at: Date | null;
  repair_norm_id: string | null;
  repair_due_at: Date | null;
  due_uncertain: boolean;
}

export const noClocks: Clocks = {
  answer_norm_id: null,
  answer_due_at: null,
  repair_norm_id: null,
  repair_due_at: null,
  due_uncertain: false,
};

export async function calendarOf(ctx: Context): Promise<WorkingCalendar> {
  const { extraDaysOff } = await settingsOf(ctx);
  return workingCalendar(extraDaysOff);
}

export function settingsOf(ctx: Context): Promise<ComplaintsSettings> {
  return ctx.settings<ComplaintsSettings>('complaints');
}

/** Reads settings and norms: call before a transaction, not inside. */
export async function clocksFor(
  ctx: Context,
  category: Pick<Category, 'answerNorm' | 'repairNorm'>,
  startedAt: Date,
  zone: string,
): Promise<Clocks> {
  const [calendar, known, season] = await Promise.all([
    calendarOf(ctx),
    reference(ctx),
    ctx.service(directory).season(startedAt),
  ]);
  const count = (codes: string | null): Deadline | null => {
    const norm = known.normInForce(variantFor(codes, season) ?? '');
    return norm ? deadlineFrom(norm, startedAt, zone, calendar) : null;
  };
  const [answer, repair] = [count(category.answerNorm), count(category.repairNorm)];
  return {
    answer_norm_id: answer?.normId ?? null,
    answer_due_at: answer?.dueAt ?? null,
    repair_norm_id: repair?.normId ?? null,
    repair_due_at: repair?.dueAt ?? null,
    due_uncertain: Boolean(answer?.uncertain || repair?.uncertain),
  };
}
