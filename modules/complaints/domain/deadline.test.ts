// Due dates: every way of counting, and the row of windows a person sees.
import { workingCalendar } from '@zhkh/kernel/time';
import { describe, expect, it } from 'vitest';
import { deadlineFrom, lengthOf, progressOf } from './deadline.ts';
import { isPreliminary, type Norm, variantFor } from './norm.ts';

const zone = 'Asia/Yekaterinburg';
const calendar = workingCalendar();
const norm = (part: Partial<Norm>): Norm => ({
  id: 'n',
  code: 'n',
  rule: '',
  ruleEn: '',
  act: '',
  amount: 1,
  unit: 'd',
  counting: 'clock',
  windowFrom: null,
  windowTo: null,
  stopsAt: 'answer',
  sure: 'verified',
  ...part,
});
const due = (part: Partial<Norm>, from: string) => deadlineFrom(norm(part), new Date(from), zone, calendar).dueAt.toISOString();
const owner: Partial<Norm> = { amount: 10, unit: 'working-day', counting: 'working' };

describe('deadlineFrom', () => {
  it('counts working days to 24:00 in the house’s zone', () => {
    expect(due(owner, '2026-04-28T14:42:00Z')).toBe('2026-05-14T19:00:00.000Z');
    expect(due({ amount: 3, unit: 'working-day', counting: 'working' }, '2026-01-05T05:00:00Z')).toBe('2026-01-14T19:00:00.000Z');
  });

  it('takes the day of receipt from the house’s zone, not from UTC', () => {
    // 20:30 UTC on Monday is already Tuesday in Tyumen.
    expect(due({ amount: 1, unit: 'working-day', counting: 'working' }, '2026-06-15T20:30:00Z')).toBe('2026-06-17T19:00:00.000Z');
  });

  it('counts days and hours by the clock through nights and holidays', () => {
    expect(due({ amount: 7 }, '2026-04-28T14:42:00Z')).toBe('2026-05-05T14:42:00.000Z');
    expect(due({ amount: 2, unit: 'h' }, '2026-05-01T20:00:00Z')).toBe('2026-05-01T22:00:00.000Z');
    expect(due({ amount: 30, unit: 'min' }, '2026-05-01T20:00:00Z')).toBe('2026-05-01T20:30:00.000Z');
  });

  it('counts calendar days to 24:00', () => {
    expect(due({ amount: 1, unit: 'calendar-day', counting: 'calendar' }, '2026-05-08T10:00:00Z')).toBe(
      '2026-05-09T19:00:00.000Z',
    );
  });

  it('counts only the hours from 8 to 23 where work is forbidden at night', () => {
    const chute: Partial<Norm> = { amount: 2, unit: 'h', counting: 'clock-window', windowFrom: 8, windowTo: 23 };
    expect(due(chute, '2026-05-12T05:00:00Z')).toBe('2026-05-12T07:00:00.000Z');
    expect(due(chute, '2026-05-12T17:30:00Z')).toBe('2026-05-13T04:30:00.000Z');
    expect(due(chute, '2026-05-12T22:00:00Z')).toBe('2026-05-13T05:00:00.000Z');
    expect(due(chute, '2026-05-12T16:00:00Z')).toBe('2026-05-12T18:00:00.000Z');
  });

  it('calls «immediately» overdue after a day and night', () => {
    expect(due({ amount: 0, unit: 'immediately' }, '2026-05-12T05:00:00Z')).toBe('2026-05-13T05:00:00.000Z');
  });

  it('keeps the norm and what stops its clock', () => {
    const reaction = deadlineFrom(norm({ stopsAt: 'reaction' }), new Date('2026-05-12T05:00:00Z'), zone, calendar);
    expect(reaction).toEqual({
      normId: 'n',
      dueAt: new Date('2026-05-13T05:00:00Z'),
      uncertain: false,
      stopsAt: 'reaction',
    });
    expect(deadlineFrom(norm({ unit: 'immediately' }), new Date(), zone, calendar).uncertain).toBe(false);
  });

  it('needs both ends of a window, and takes 24 for the end of the day', () => {
    const part: Partial<Norm> = { amount: 2, unit: 'h', counting: 'clock-window', windowFrom: 8, windowTo: 24 };
    expect(due(part, '2026-05-12T18:00:00Z')).toBe('2026-05-13T04:00:00.000Z');
    expect(due({ ...part, windowTo: null }, '2026-05-12T18:00:00Z')).toBe('2026-05-12T20:00:00.000Z');
    expect(due({ ...part, windowFrom: null }, '2026-05-12T18:00:00Z')).toBe('2026-05-12T20:00:00.000Z');
    expect(due({ ...part, windowFrom: null, windowTo: 23 }, '2026-05-12T17:30:00Z')).toBe('2026-05-12T19:30:00.000Z');
    expect(due({ ...part, counting: 'clock' }, '2026-05-12T18:00:00Z')).toBe('2026-05-12T20:00:00.000Z');
  });

  it('measures a term in milliseconds', () => {
    expect(lengthOf({ amount: 3, unit: 'min' })).toBe(180_000);
    expect(lengthOf({ amount: 3, unit: 'h' })).toBe(10_800_000);
    expect(lengthOf({ amount: 3, unit: 'd' })).toBe(259_200_000);
    expect(lengthOf({ amount: 3, unit: 'immediately' })).toBe(86_400_000);
  });

  it('says when the calendar of the year is not known yet', () => {
    expect(deadlineFrom(norm(owner), new Date('2026-12-28T05:00:00Z'), zone, calendar).uncertain).toBe(true);
  });
});

describe('variantFor', () => {
  it.each([
    ['win-winter|win-summer', 'winter', 'win-winter'],
    ['win-winter|win-summer', 'summer', 'win-summer'],
    ['waste-hot|waste-cold', 'winter', 'waste-cold'],
    ['waste-hot|waste-cold', 'summer', 'waste-hot'],
    ['el-light', 'winter', 'el-light'],
  ] as const)('%s in %s is %s', (codes, season, code) => expect(variantFor(codes, season)).toBe(code));
  it('has nothing to choose from nothing', () => {
    expect(variantFor(null, 'winter')).toBeNull();
    expect(variantFor('', 'winter')).toBeNull();
  });
  it('takes the first where the season has none, and only an ending for a season', () => {
    expect(variantFor('a|b', 'winter')).toBe('a');
    expect(variantFor('a-cold|b-cold', 'summer')).toBe('a-cold');
    expect(variantFor('a-cold-water|b-cold', 'winter')).toBe('b-cold');
  });
  it('of a norm nobody compared is preliminary', () => {
    expect((['verified', 'secondary', 'recalled'] as const).map((sure) => isPreliminary({ sure }))).toEqual([false, false, true]);
  });
});

describe('progressOf', () => {
  const show = (part: Partial<Norm>, from: string, now: string) => {
    const n = norm(part);
    const started = new Date(from);
    return progressOf(n, started, deadlineFrom(n, started, zone, calendar).dueAt, new Date(now), zone, calendar);
  };

  it('is a window a working day', () => {
    const quality: Partial<Norm> = { amount: 3, unit: 'working-day', counting: 'working' };
    expect(show(quality, '2026-05-04T03:12:00Z', '2026-05-06T05:00:00Z')).toMatchObject({ total: 3, gone: 2, over: 0 });
    expect(show(quality, '2026-05-04T03:12:00Z', '2026-05-07T18:59:00Z')).toMatchObject({ total: 3, gone: 2, over: 0 });
    expect(show(quality, '2026-05-04T03:12:00Z', '2026-05-07T19:00:00Z')).toMatchObject({ gone: 3, over: 1, overUnit: 'day' });
    expect(show(quality, '2026-05-04T03:12:00Z', '2026-05-10T05:00:00Z')).toMatchObject({ over: 3, overUnit: 'day' });
  });

  it('does not count a weekend', () => {
    const quality: Partial<Norm> = { amount: 3, unit: 'working-day', counting: 'working' };
    expect(show(quality, '2026-05-15T03:12:00Z', '2026-05-18T05:00:00Z')).toMatchObject({
      unit: 'working-day',
      total: 3,
      gone: 1,
    });
  });

  it('never needs more than fifteen windows', () => {
    expect(show({ amount: 24, unit: 'h' }, '2026-05-04T00:00:00Z', '2026-05-04T05:00:00Z')).toMatchObject({
      unit: 'hour',
      perWindow: 2,
      total: 12,
      gone: 2,
    });
    expect(show({ amount: 30, unit: 'calendar-day' }, '2026-05-04T00:00:00Z', '2026-05-12T05:00:00Z')).toMatchObject({
      unit: 'week',
      total: 5,
      gone: 1,
    });
    expect(show({ amount: 7 }, '2026-05-04T00:00:00Z', '2026-05-05T05:00:00Z')).toMatchObject({ unit: 'day', total: 7, gone: 1 });
  });

  it.each([
    [{ amount: 30, unit: 'min' }, 9, { unit: 'minute', perWindow: 2, total: 15, gone: 4 }],
    [{ amount: 15, unit: 'min' }, 9, { unit: 'minute', perWindow: 1, total: 15, gone: 9 }],
    [{ amount: 17, unit: 'min' }, 9, { unit: 'minute', perWindow: 17, total: 1, gone: 0 }],
    [{ amount: 48, unit: 'h' }, 240, { unit: 'hour', perWindow: 4, total: 12, gone: 1 }],
    [{ amount: 72, unit: 'h' }, 1440, { unit: 'day', perWindow: 1, total: 3, gone: 1 }],
    [{ amount: 2, unit: 'd' }, 60, { unit: 'hour', perWindow: 4, total: 12, gone: 0 }],
    [{ amount: 15, unit: 'd' }, 1440, { unit: 'day', perWindow: 1, total: 15, gone: 1 }],
    [{ amount: 16, unit: 'd' }, 10_080, { unit: 'week', perWindow: 1, total: 3, gone: 1 }],
    [{ amount: 0, unit: 'immediately' }, 120, { unit: 'hour', perWindow: 2, total: 12, gone: 1 }],
    [{ amount: 7 }, -60, { unit: 'day', perWindow: 1, total: 7, gone: 0 }],
    [{ amount: 0, unit: 'min' }, -1, { unit: 'minute', perWindow: 1, total: 1, gone: 0 }],
  ] as const)('of %o after %i minutes', (part, minutes, shown) => {
    const from = Date.parse('2026-05-04T00:00:00Z');
    expect(show(part, new Date(from).toISOString(), new Date(from + minutes * 60_000).toISOString())).toEqual({
      ...shown,
      over: 0,
      overUnit: 'day',
    });
  });

  it('never darkens the last window before the term is over', () => {
    const n = norm({ amount: 2, unit: 'h' });
    const started = new Date('2026-05-04T00:00:00Z');
    const later = new Date('2026-05-04T09:00:00Z');
    expect(progressOf(n, started, later, new Date('2026-05-04T08:59:59Z'), zone, calendar)).toMatchObject({ total: 2, gone: 1 });
    expect(progressOf(n, started, later, later, zone, calendar)).toMatchObject({ gone: 2, over: 1, overUnit: 'hour' });
  });

  it('counts long delays, and those from midnight, in days', () => {
    expect(show({ amount: 2, unit: 'h' }, '2026-05-04T00:00:00Z', '2026-05-05T01:59:00Z')).toMatchObject({
      over: 23,
      overUnit: 'hour',
    });
    expect(show({ amount: 2, unit: 'h' }, '2026-05-04T00:00:00Z', '2026-05-05T02:00:00Z')).toMatchObject({
      over: 1,
      overUnit: 'day',
    });
    expect(show({ amount: 2, unit: 'h' }, '2026-05-04T17:00:00Z', '2026-05-04T20:10:00Z')).toMatchObject({
      over: 1,
      overUnit: 'day',
    });
    expect(show({ amount: 125, unit: 'min' }, '2026-05-04T17:00:00Z', '2026-05-04T22:10:00Z')).toMatchObject({
      over: 3,
      overUnit: 'hour',
    });
  });

  it('counts short delays in hours', () => {
    expect(show({ amount: 2, unit: 'h' }, '2026-05-04T00:00:00Z', '2026-05-04T05:10:00Z')).toMatchObject({
      over: 3,
      overUnit: 'hour',
    });
  });
});
