// Counts due dates of a complaint from the norm, the start of the clock, the house's zone and the calendar.
import {
  dueInCalendarDays,
  endOfDay,
  instantAt,
  addDays,
  localDateOf,
  type WorkingCalendar,
  zonedParts,
} from '@zhkh/kernel/time';
import type { Norm } from './norm.ts';

export interface Deadline {
  normId: string;
  /** The first instant that is too late. */
  dueAt: Date;
  /** The term reaches a year without a decree: the date may shift. */
  uncertain: boolean;
  stopsAt: 'answer' | 'reaction';
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** «Немедленно» has no length in the act; we call it overdue when a day and night have passed. */
const IMMEDIATELY = DAY;

export function deadlineFrom(norm: Norm, startedAt: Date, zone: string, calendar: WorkingCalendar): Deadline {
  const { at, uncertain } = dueOf(norm, startedAt, zone, calendar);
  return { normId: norm.id, dueAt: at, uncertain, stopsAt: norm.stopsAt };
}

function dueOf(norm: Norm, startedAt: Date, zone: string, calendar: WorkingCalendar): { at: Date; uncertain: boolean } {
  switch (norm.unit) {
    case 'working-day':
      return calendar.due(localDateOf(startedAt, zone), norm.amount, zone);
    case 'calendar-day':
      return dueInCalendarDays(startedAt, norm.amount, zone);
    case 'immediately':
      return { at: new Date(startedAt.getTime() + IMMEDIATELY), uncertain: false };
    default:
      return { at: dueByClock(norm, startedAt, zone), uncertain: false };
  }
}

function dueByClock(norm: Norm, startedAt: Date, zone: string): Date {
  const length = lengthOf(norm);
  if (norm.counting !== 'clock-window' || norm.windowFrom === null || norm.windowTo === null) {
    return new Date(startedAt.getTime() + length);
  }
  return addInsideWindow(startedAt, length, zone, norm.windowFrom, norm.windowTo);
}

/** Length of a clock term in milliseconds. */
export function lengthOf(norm: Pick<Norm, 'amount' | 'unit'>): number {
  if (norm.unit === 'min') return norm.amount * MINUTE;
  if (norm.unit === 'h') return norm.amount * HOUR;
  if (norm.unit === 'immediately') return IMMEDIATELY;
  return norm.amount * DAY;
}

/** Only the hours between `from` and `to` of the zone's clock count. */
function addInsideWindow(startedAt: Date, length: number, zone: string, from: number, to: number): Date {
  let left = length;
  let at = startedAt;
  for (let day = localDateOf(at, zone); ; day = addDays(day, 1)) {
    const opens = instantAt(day, zone, from);
    const closes = to === 24 ? endOfDay(day, zone) : instantAt(day, zone, to);
    const begin = at > opens ? at : opens;
    const room = Math.max(0, closes.getTime() - begin.getTime());
    if (left <= room) return new Date(begin.getTime() + left);
    left -= room;
    at = closes;
  }
}

export type StepUnit = 'minute' | 'hour' | 'day' | 'working-day' | 'week';

/** A deadline as a row of windows: `total` of them, `gone` are dark; when over, `over` units have passed since. */
export interface Progress {
  unit: StepUnit;
  /** Units in one window: 1, or more when the term would need over 15 windows. */
  perWindow: number;
  total: number;
  gone: number;
  /** Whole units (at least 1) since the due moment; 0 while in time. */
  over: number;
  overUnit: 'hour' | 'day';
}

const MOST_WINDOWS = 15;

export function progressOf(
  norm: Norm,
  startedAt: Date,
  dueAt: Date,
  now: Date,
  zone: string,
  calendar: WorkingCalendar,
): Progress {
  const { unit, units, passed } = scaleOf(norm, startedAt, now, zone, calendar);
  const perWindow = groupBy(units);
  const total = Math.max(1, Math.ceil(units / perWindow));
  const late = now >= dueAt;
  const gone = late ? total : Math.min(total - 1, Math.floor(passed / perWindow));
  return { unit, perWindow, total, gone, ...overOf(dueAt, now, zone) };
}

function groupBy(units: number): number {
  let size = 1;
  while (units / size > MOST_WINDOWS) size += 1;
  while (units % size !== 0 && size < units) size += 1;
  return size;
}

function scaleOf(
  norm: Norm,
  startedAt: Date,
  now: Date,
  zone: string,
  calendar: WorkingCalendar,
): { unit: StepUnit; units: number; passed: number } {
  const elapsed = Math.max(0, now.getTime() - startedAt.getTime());
  if (norm.unit === 'working-day') {
    const passed = calendar.countBetween(localDateOf(startedAt, zone), localDateOf(now, zone));
    return { unit: 'working-day', units: norm.amount, passed };
  }
  if (norm.unit === 'min') return { unit: 'minute', units: norm.amount, passed: elapsed / MINUTE };
  const length = lengthOf(norm);
  if (length <= 2 * DAY) return { unit: 'hour', units: length / HOUR, passed: elapsed / HOUR };
  if (length <= MOST_WINDOWS * DAY) return { unit: 'day', units: length / DAY, passed: elapsed / DAY };
  return { unit: 'week', units: Math.ceil(length / (7 * DAY)), passed: elapsed / (7 * DAY) };
}

function overOf(dueAt: Date, now: Date, zone: string): Pick<Progress, 'over' | 'overUnit'> {
  const late = now.getTime() - dueAt.getTime();
  if (late < 0) return { over: 0, overUnit: 'day' };
  const onMidnight = zonedParts(dueAt, zone).hour === 0 && zonedParts(dueAt, zone).minute === 0;
  if (late < DAY && !onMidnight) return { over: Math.max(1, Math.floor(late / HOUR)), overUnit: 'hour' };
  return { over: Math.max(1, Math.ceil(late / DAY)), overUnit: 'day' };
}
