// Due dates: every way of counting, and the row of windows a person sees.
import { workingCalendar } from '@zhkh/kernel/time';
import { describe, expect, it } from 'vitest';
import { deadlineFrom, progressOf } from './deadline.ts';
import { type Norm, variantFor } from './norm.ts';

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
  it('has nothing to choose from nothing', () => expect(variantFor(null, 'winter')).toBeNull());
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

  it('counts short delays in hours', () => {
    expect(show({ amount: 2, unit: 'h' }, '2026-05-04T00:00:00Z', '2026-05-04T05:10:00Z')).toMatchObject({
      over: 3,
      overUnit: 'hour',
    });
  });
});
