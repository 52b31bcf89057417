// Dates in words, in a house's zone.
import { describe, expect, it } from 'vitest';
import { dayIn, formatDate, formatDateTime, formatDay, formatShortDateTime, formatUntil } from './zoned.ts';

const zone = 'Asia/Yekaterinburg';
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('dates in words', () => {
  it('shows the day of the zone, not of the server', () => {
    expect(plain(formatDate('2026-05-13T20:00:00Z', { zone }))).toBe('14 мая');
    expect(dayIn('2026-05-13T20:00:00Z', zone)).toBe('2026-05-14');
    expect(plain(formatUntil('2026-05-14T18:59:59Z', { zone, now: '2026-05-01T00:00:00Z' }))).toBe('до 14 мая');
  });

  it('says today, yesterday and tomorrow by the zone', () => {
    const now = '2026-05-13T20:30:00Z';
    expect(formatDateTime('2026-05-14T01:40:00Z', { zone, now })).toBe('сегодня, 6:40');
    expect(formatDateTime('2026-05-13T14:40:00Z', { zone, now })).toBe('вчера, 19:40');
    expect(formatDateTime('2026-05-15T01:00:00Z', { zone, now, locale: 'en' })).toBe('tomorrow, 6:00');
    expect(plain(formatShortDateTime('2026-04-28T14:42:00Z', { zone, now }))).toBe('28 апр, 19:42');
  });

  it('adds the year of another year only', () => {
    const now = '2026-05-13T20:30:00Z';
    expect(plain(formatDay('2021-03-01', { now }))).toBe('1 марта 2021');
    expect(plain(formatDay('2026-03-01', { now }))).toBe('1 марта');
    expect(plain(formatDate('2025-12-31T20:00:00Z', { zone, now }))).toBe('1 января');
  });
});
