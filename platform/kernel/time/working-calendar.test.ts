// Working calendar: published vectors, the fallback by ст.
// 112, zones, and every day against the stored calendars when present.
import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, endOfDay, instantAt, localDateOf, zonedParts } from './local-date.ts';
import { dueInCalendarDays, workingCalendar } from './working-calendar.ts';

const calendar = workingCalendar();
const zone = 'Asia/Yekaterinburg';

describe('working days', () => {
  it.each([
    ['2024-04-22', 10, '2024-05-08'],
    ['2024-12-27', 3, '2025-01-10'],
    ['2025-10-30', 10, '2025-11-14'],
    ['2025-12-25', 10, '2026-01-20'],
    ['2026-01-05', 3, '2026-01-14'],
    ['2026-04-28', 10, '2026-05-14'],
    ['2026-11-02', 10, '2026-11-17'],
  ])('received %s + %i ends on %s', (received, days, day) => {
    const due = calendar.due(received, days, zone);
    expect(due.day).toBe(day);
    expect(due.uncertain).toBe(false);
    expect(calendar.countBetween(received, due.day)).toBe(days);
  });

  it('names the holidays it stepped over', () => {
    expect(calendar.due('2026-04-28', 10, zone).skippedHolidays).toEqual(['2026-05-01', '2026-05-11']);
  });

  it('is in time until 24:00 in the zone of the house', () => {
    expect(calendar.due('2026-04-28', 10, zone).at.toISOString()).toBe('2026-05-14T19:00:00.000Z');
    expect(calendar.due('2026-04-28', 10, 'Asia/Omsk').at.toISOString()).toBe('2026-05-14T18:00:00.000Z');
  });

  it('takes a region’s own days off', () => {
    expect(workingCalendar(['2026-05-14']).due('2026-04-28', 10, zone).day).toBe('2026-05-15');
  });

  it('falls back to ст. 112 and says so where the decree is unknown', () => {
    const due = calendar.due('2026-12-25', 5, zone);
    expect(due.uncertain).toBe(true);
    expect(calendar.knows(2027)).toBe(false);
    expect(calendar.isWorking('2027-01-08')).toBe(false);
    expect(calendar.isWorking('2027-05-03')).toBe(false);
    expect(calendar.isWorking('2027-05-10')).toBe(false);
    expect(calendar.isWorking('2027-06-14')).toBe(false);
    expect(calendar.isWorking('2027-05-04')).toBe(true);
  });
});

describe('calendar days and zones', () => {
  it('does not count the day of receipt', () => {
    expect(dueInCalendarDays(new Date('2026-04-28T14:42:00Z'), 30, zone).day).toBe('2026-05-28');
  });

  it('finds the instant of a wall clock in every zone of the country', () => {
    const zones = [
      'Europe/Kaliningrad',
      'Europe/Moscow',
      'Europe/Samara',
      zone,
      'Asia/Omsk',
      'Asia/Novosibirsk',
      'Asia/Irkutsk',
      'Asia/Yakutsk',
      'Asia/Vladivostok',
      'Asia/Magadan',
      'Asia/Kamchatka',
    ];
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_000 }), fc.constantFrom(...zones), (offset, tz) => {
        const day = addDays('2016-11-01', offset);
        expect(localDateOf(instantAt(day, tz), tz)).toBe(day);
        expect(zonedParts(instantAt(day, tz, 23, 59), tz)).toEqual({ date: day, hour: 23, minute: 59 });
        expect(localDateOf(new Date(endOfDay(day, tz).getTime() - 1), tz)).toBe(day);
      }),
      { numRuns: 500 },
    );
  });
});

const published = new URL('../../../../shared/data/prod-calendar/json/', import.meta.url);

describe.skipIf(!existsSync(published))('against the published calendars', () => {
  it.each([2020, 2021, 2022, 2023, 2024, 2025, 2026])('every day of %i', (year) => {
    const source = JSON.parse(readFileSync(new URL(`${year}.json`, published), 'utf8')) as {
      months: { month: number; days: string }[];
    };
    const off = new Set<string>();
    for (const { month, days } of source.months) {
      for (const day of days.split(',')) {
        if (!day.endsWith('*')) off.add(`${year}-${String(month).padStart(2, '0')}-${day.replace('+', '').padStart(2, '0')}`);
      }
    }
    for (let day = `${year}-01-01`; day.startsWith(String(year)); day = addDays(day, 1)) {
      expect([day, calendar.isWorking(day)]).toEqual([day, !off.has(day)]);
    }
  });
});
