// Operators' times: Moscow, the language's own separators.
import { describe, expect, it } from 'vitest';
import { duration, secondOfDay } from './times.ts';

describe('times', () => {
  it('shows the hour of Moscow', () => {
    expect(secondOfDay(new Date('2026-05-04T11:02:11Z'), 'ru')).toBe('14:02:11');
  });

  it.each([
    [420, 'ru', '0,4 с'],
    [76_000, 'ru', '1 мин 16 с'],
    [420, 'en', '0.4 s'],
  ])('%i ms in %s is %s', (ms, locale, words) => {
    expect(duration(ms, locale)).toBe(words);
  });
});
