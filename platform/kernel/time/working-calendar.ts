// The working calendar of Russia: which days are worked and when a term in working days ends.
import { addDays, endOfDay, type LocalDate, localDateOf, weekdayOf } from './local-date.ts';
import { januaryHolidays, movableHolidays, yearCalendars } from './working-calendar-data.ts';

export interface Due {
  /** Last day of the term. */
  day: LocalDate;
  /** 24:00 of that day in the house's zone: acting before this instant is in time. */
  at: Date;
  /** Working days off the term stepped over, for the words «без праздников 1 и 11 мая». */
  skippedHolidays: readonly LocalDate[];
  /** The term touches a year whose decree is not in the table yet: counted by ст. 112 alone, may shift. */
  uncertain: boolean;
}

export interface WorkingCalendar {
  isWorking(day: LocalDate): boolean;
  /** False when the year's decree is not known and only the holidays of ст. 112 are used. */
  knows(year: number): boolean;
  /** ГК РФ ст. 191–194: the day of receipt is not counted, day 1 is the next working day. */
  due(received: LocalDate, workingDays: number, zone: string): Due;
  /** Working days after `from` up to and including `to`; 0 when `to` is not later. */
  countBetween(from: LocalDate, to: LocalDate): number;
}

interface YearSets {
  off: ReadonlySet<string>;
  worked: ReadonlySet<string>;
  known: boolean;
}

const words = (text: string) => new Set(text.split(/\s+/).filter(Boolean));
const yearOf = (day: LocalDate) => Number(day.slice(0, 4));
const isWeekend = (day: LocalDate) => weekdayOf(day) === 0 || weekdayOf(day) === 6;

function fallbackYear(year: number): YearSets {
  const off = new Set<string>(januaryHolidays);
  for (const holiday of movableHolidays) off.add(holiday);
  for (const holiday of movableHolidays) {
    let day = `${year}-${holiday}`;
    if (!isWeekend(day)) continue;
    while (isWeekend(day) || off.has(day.slice(5))) day = addDays(day, 1);
    off.add(day.slice(5));
  }
  return { off, worked: new Set(), known: false };
}

const years = new Map<number, YearSets>();

function setsOf(year: number): YearSets {
  const ready = years.get(year);
  if (ready) return ready;
  const decree = yearCalendars[year];
  const made = decree ? { off: words(decree.off), worked: words(decree.worked), known: true } : fallbackYear(year);
  years.set(year, made);
  return made;
}

/** `extraDaysOff` are the region's own (Радоница, Курбан-байрам …), from its settings. */
export function workingCalendar(extraDaysOff: readonly LocalDate[] = []): WorkingCalendar {
  const extra = new Set(extraDaysOff);
  const isWorking = (day: LocalDate) => {
    if (extra.has(day)) return false;
    const sets = setsOf(yearOf(day));
    const key = day.slice(5);
    return isWeekend(day) ? sets.worked.has(key) : !sets.off.has(key);
  };
  const knows = (year: number) => setsOf(year).known;

  function due(received: LocalDate, workingDays: number, zone: string): Due {
    const skippedHolidays: LocalDate[] = [];
    let day = received;
    for (let counted = 0; counted < workingDays; ) {
      day = addDays(day, 1);
      if (isWorking(day)) counted += 1;
      else if (!isWeekend(day)) skippedHolidays.push(day);
    }
    const uncertain = !knows(yearOf(received)) || !knows(yearOf(day));
    return { day, at: endOfDay(day, zone), skippedHolidays, uncertain };
  }

  function countBetween(from: LocalDate, to: LocalDate): number {
    let count = 0;
    for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorking(day)) count += 1;
    return count;
  }

  return { isWorking, knows, due, countBetween };
}

/** Calendar days: the day of receipt is not counted, the term ends at 24:00 of the last day whatever day that is. */
export function dueInCalendarDays(received: Date, days: number, zone: string): Due {
  const day = addDays(localDateOf(received, zone), days);
  return { day, at: endOfDay(day, zone), skippedHolidays: [], uncertain: false };
}
