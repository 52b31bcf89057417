// A due date as a person reads it: what, until when, a row of windows, how it is counted and by which norm.
import type { Context } from '@zhkh/kernel/module.server';
import { formatDate, formatDay, formatTime, formatUntil, localDateOf, type WorkingCalendar, zonedParts } from '@zhkh/kernel/time';
import { type Progress, progressOf } from '../domain/deadline.ts';
import { isPreliminary, type Norm } from '../domain/norm.ts';
import type { DeadlineView, LineView, NormView } from './shapes.ts';
import type { ComplaintRow } from '../core/change.server.ts';
import type { Reference } from '../core/reference.server.ts';

export interface ViewFacts {
  ctx: Context;
  known: Reference;
  calendar: WorkingCalendar;
  now: Date;
}

interface Clock {
  norm: Norm;
  startedAt: Date;
  dueAt: Date;
  stoppedAt: Date | null;
  progress: Progress;
  late: boolean;
}

type ClockName = 'answer' | 'repair';
export type ClockRow = Pick<
  ComplaintRow,
  | 'clock_started_at'
  | 'answer_started_at'
  | 'time_zone'
  | 'answer_norm_id'
  | 'answer_due_at'
  | 'answer_stopped_at'
  | 'repair_norm_id'
  | 'repair_due_at'
  | 'repair_stopped_at'
>;

function clockOf(facts: ViewFacts, row: ClockRow, name: ClockName): Clock | null {
  const norm = facts.known.norm(row[`${name}_norm_id`]);
  const dueAt = row[`${name}_due_at`];
  if (!norm || !dueAt) return null;
  const stoppedAt = row[`${name}_stopped_at`];
  const at = stoppedAt ?? facts.now;
  const startedAt = (name === 'answer' && row.answer_started_at) || row.clock_started_at;
  const progress = progressOf(norm, startedAt, dueAt, at, row.time_zone, facts.calendar);
  return { norm, startedAt, dueAt, stoppedAt, progress, late: at >= dueAt };
}

export function deadlinesOf(facts: ViewFacts, row: ClockRow, titles: { repair: string; answer: string }): DeadlineView[] {
  return (['repair', 'answer'] as const).flatMap((name) => {
    const clock = clockOf(facts, row, name);
    return clock ? [viewOf(facts, row, clock, name, titles[name])] : [];
  });
}

function viewOf(facts: ViewFacts, row: ClockRow, clock: Clock, name: ClockName, title: string): DeadlineView {
  const { t } = facts.ctx;
  const left = clock.progress.total - clock.progress.gone;
  return {
    name,
    title: title || t(`complaints:deadline.${name}`),
    until: clock.stoppedAt && !clock.late ? stoppedText(facts, row, clock.stoppedAt) : untilText(facts, row, clock),
    meter: meterOf(clock.progress),
    note: clock.stoppedAt ? stoppedNote(facts, clock, name) : noteOf(facts, row, clock),
    tone: toneOf(facts, clock),
    label: clock.late
      ? lateText(facts, clock.progress)
      : t('complaints:deadline.label', {
          left: left * clock.progress.perWindow,
          total: clock.progress.total * clock.progress.perWindow,
          unit: t(`complaints:deadline.unit.${clock.progress.unit}`),
        }),
    norm: normView(facts, clock.norm),
    dueAt: clock.dueAt.toISOString(),
  };
}

export function normView(facts: Pick<ViewFacts, 'ctx'>, norm: Norm): NormView {
  return {
    id: norm.id,
    rule: facts.ctx.locale === 'en' ? norm.ruleEn : norm.rule,
    source: norm.act,
    preliminary: isPreliminary(norm),
  };
}

function meterOf(progress: Progress): DeadlineView['meter'] {
  if (progress.over > 0) return { over: Math.min(15, progress.over) };
  return { off: progress.gone, lit: progress.total - progress.gone };
}

function toneOf(facts: ViewFacts, clock: Clock): DeadlineView['tone'] {
  if (clock.late) return 'late';
  if (clock.stoppedAt) return 'ok';
  const short = clock.dueAt.getTime() - facts.now.getTime() <= 86_400_000 && clock.progress.unit !== 'minute';
  return short ? 'soon' : 'calm';
}

const lateText = (facts: ViewFacts, progress: Progress) =>
  facts.ctx.t(`complaints:deadline.late-${progress.overUnit}`, { count: progress.over });

/** The last moment that is still in time, in words; a term by the clock names the hour. */
function untilText(facts: ViewFacts, row: ClockRow, clock: Clock): string {
  const words = { zone: row.time_zone, locale: facts.ctx.locale, now: facts.now };
  const last = new Date(clock.dueAt.getTime() - 1);
  const until = formatUntil(last, words);
  const midnight = zonedParts(clock.dueAt, row.time_zone);
  const byDays = midnight.hour === 0 && midnight.minute === 0;
  const far = clock.dueAt.getTime() - clock.startedAt.getTime() > 3 * 86_400_000;
  return byDays || far ? until : `${until}, ${formatTime(clock.dueAt, words)}`;
}

function stoppedText(facts: ViewFacts, row: ClockRow, at: Date): string {
  return formatDate(at, { zone: row.time_zone, locale: facts.ctx.locale, now: facts.now });
}

function stoppedNote(facts: ViewFacts, clock: Clock, name: ClockName): string {
  if (clock.late) return lateText(facts, clock.progress);
  const unit = clock.progress.unit;
  if (name === 'answer' && unit === 'working-day') {
    return facts.ctx.t('complaints:deadline.answered-on-day', {
      day: Math.max(1, clock.progress.gone),
      count: clock.progress.total,
    });
  }
  return facts.ctx.t('complaints:deadline.in-time');
}

function noteOf(facts: ViewFacts, row: ClockRow, clock: Clock): string {
  const { t } = facts.ctx;
  const { norm } = clock;
  if (norm.unit === 'immediately') return t('complaints:deadline.note.immediately');
  if (norm.unit !== 'working-day')
    return t(`complaints:deadline.note.${norm.counting === 'clock-window' ? 'window' : norm.unit}`, { count: norm.amount });
  const { skippedHolidays } = facts.calendar.due(localDateOf(clock.startedAt, row.time_zone), norm.amount, row.time_zone);
  const days = skippedHolidays.map((day) => formatDay(day, { locale: facts.ctx.locale }));
  const base = t('complaints:deadline.note.working-day', { count: norm.amount });
  if (days.length === 0 || days.length > 3) return base;
  return t('complaints:deadline.note.holidays', { base, days: days.join(', ') });
}

/** One line for lists: the open clock that ends first, or how it ended. */
export function lineOf(facts: ViewFacts, row: ClockRow, open: boolean): LineView | null {
  const clocks = (['answer', 'repair'] as const).flatMap((name) => {
    const clock = clockOf(facts, row, name);
    return clock && open && !clock.stoppedAt ? [{ name, clock }] : [];
  });
  const first = clocks.sort((a, b) => a.clock.dueAt.getTime() - b.clock.dueAt.getTime())[0];
  if (!first) return null;
  const { clock, name } = first;
  const what = facts.ctx.t(`complaints:deadline.short.${name}`);
  const until = untilText(facts, row, clock);
  const left = (clock.progress.total - clock.progress.gone) * clock.progress.perWindow;
  const leftText = facts.ctx.t(`complaints:deadline.left.${clock.progress.unit}`, { count: left });
  return {
    meter: meterOf(clock.progress),
    tone: toneOf(facts, clock),
    text: clock.late ? lateText(facts, clock.progress) : `${leftText}, ${until}`,
    until: clock.late ? lateText(facts, clock.progress) : `${what} ${until}`,
    what,
  };
}
