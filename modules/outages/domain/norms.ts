// What the law allows: how long a utility may be off, how early people are told. Warns, never refuses.
import { addDays, localDateOf, type WorkingCalendar } from '@zhkh/kernel/time';
import type { Kind } from './phase.ts';
import type { ServiceCode } from './services.ts';

interface Limit {
  /** Hours at a time and in a month; null where the rules set none. */
  once: number | null;
  month: number | null;
  /** Item of appendix 1 to the rules (ПП 354). */
  item: number;
  /** Known from memory or second hand: to be compared with the current edition. */
  preliminary: boolean;
}

/** ПП 354, appendix 1. Electricity: houses with one source of supply; heating: rooms at +12 °C and warmer; waste: the warm season. */
export const limits: Readonly<Record<ServiceCode, Limit>> = {
  '1': { once: 4, month: 8, item: 1, preliminary: false },
  '2': { once: 4, month: 8, item: 4, preliminary: false },
  '3': { once: 4, month: 8, item: 8, preliminary: true },
  '4': { once: 24, month: null, item: 9, preliminary: true },
  '5': { once: null, month: 4, item: 11, preliminary: true },
  '6': { once: 16, month: 24, item: 14, preliminary: false },
  '7': { once: 24, month: 72, item: 17, preliminary: true },
};

export type Finding =
  | { what: 'notice'; days: number; earliest: string }
  | { what: 'once' | 'month'; service: ServiceCode; hours: number; limit: number; item: number; preliminary: boolean };

export interface Announced {
  kind: Kind;
  services: readonly ServiceCode[];
  startsAt: Date;
  endsAt: Date | null;
  zone: string;
}

const HOUR = 3_600_000;
export const hoursOf = (from: Date, to: Date): number => Math.round(((to.getTime() - from.getTime()) / HOUR) * 10) / 10;

export interface Measure {
  now: Date;
  calendar: WorkingCalendar;
  noticeDays: number;
  /** Hours the house that has suffered most was already without each utility this month. */
  monthHours: Readonly<Partial<Record<string, number>>>;
}

export function findingsOf(outage: Announced, measure: Measure): Finding[] {
  return [...noticeOf(outage, measure), ...outage.services.flatMap((service) => lengthOf(outage, service, measure))];
}

/** «Не позднее чем за 10 рабочих дней до начала»: all of them must pass before the day it starts. */
function noticeOf(outage: Announced, { now, calendar, noticeDays }: Measure): Finding[] {
  if (outage.kind !== 'planned' || noticeDays === 0) return [];
  const last = calendar.due(localDateOf(now, outage.zone), noticeDays, outage.zone).day;
  if (localDateOf(outage.startsAt, outage.zone) > last) return [];
  return [{ what: 'notice', days: noticeDays, earliest: addDays(last, 1) }];
}

function lengthOf(outage: Announced, service: ServiceCode, { monthHours }: Measure): Finding[] {
  if (!outage.endsAt) return [];
  const { once, month, item, preliminary } = limits[service];
  const hours = hoursOf(outage.startsAt, outage.endsAt);
  const rule = { service, item, preliminary };
  if (once !== null && hours > once) return [{ what: 'once', hours, limit: once, ...rule }];
  const sum = Math.round((hours + (monthHours[service] ?? 0)) * 10) / 10;
  return month !== null && sum > month ? [{ what: 'month', hours: sum, limit: month, ...rule }] : [];
}
