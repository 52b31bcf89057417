// Terms of the law against the working calendar of 2026.
import { workingCalendar } from '@zhkh/kernel/time';
import { describe, expect, it } from 'vitest';
import { type Announced, findingsOf } from './norms.ts';

const zone = 'Asia/Yekaterinburg';
const measure = { now: new Date('2026-03-02T07:00:00Z'), calendar: workingCalendar(), noticeDays: 10, monthHours: {} };
const outage = (more: Partial<Announced> = {}): Announced => ({
  kind: 'planned',
  services: ['2'],
  startsAt: new Date('2026-03-18T04:00:00Z'),
  endsAt: new Date('2026-03-18T08:00:00Z'),
  zone,
  ...more,
});

describe('notice of a planned outage', () => {
  it('wants ten working days, 8 March and its day off stepped over', () => {
    expect(findingsOf(outage(), measure)).toEqual([]);
    const short = findingsOf(
      outage({ startsAt: new Date('2026-03-17T04:00:00Z'), endsAt: new Date('2026-03-17T05:00:00Z') }),
      measure,
    );
    expect(short).toEqual([{ what: 'notice', days: 10, earliest: '2026-03-18' }]);
  });

  it('is not asked where the region asks for none', () => {
    expect(findingsOf(outage({ startsAt: measure.now, endsAt: null }), { ...measure, noticeDays: 0 })).toEqual([]);
  });

  it('asks nothing of an emergency', () => {
    expect(findingsOf(outage({ kind: 'emergency', startsAt: measure.now, endsAt: null }), measure)).toEqual([]);
  });
});

describe('length', () => {
  it.each([
    ['2', 4, undefined],
    ['2', 5, { what: 'once', hours: 5, limit: 4, item: 4 }],
    ['6', 16, undefined],
    ['6', 17, { what: 'once', hours: 17, limit: 16, item: 14 }],
    ['5', 5, { what: 'month', hours: 5, limit: 4, item: 11 }],
    ['4', 24, undefined],
  ] as const)('of service %s for %i hours', (service, hours, found) => {
    const startsAt = new Date('2026-03-18T04:00:00Z');
    const endsAt = new Date(startsAt.getTime() + hours * 3_600_000);
    const [first] = findingsOf(outage({ services: [service], startsAt, endsAt }), measure);
    if (found) expect(first).toMatchObject(found);
    else expect(first).toBeUndefined();
  });

  it('adds up what the house was without this month', () => {
    const [first] = findingsOf(outage(), { ...measure, monthHours: { '2': 5 } });
    expect(first).toMatchObject({ what: 'month', hours: 9, limit: 8 });
  });

  it('rounds the sum to tenths and lets exactly the limit pass', () => {
    const tenth = outage({ endsAt: new Date('2026-03-18T04:06:00Z') });
    expect(findingsOf(tenth, { ...measure, monthHours: { '2': 7.9 } })).toEqual([]);
    expect(findingsOf(tenth, { ...measure, monthHours: { '2': 7.96 } })).toMatchObject([{ what: 'month', hours: 8.1 }]);
    expect(findingsOf(outage({ endsAt: null }), { ...measure, monthHours: { '2': 100 } })).toEqual([]);
  });

  it('of several utilities tells each, with the item of the rules and how sure we are of it', () => {
    const day = outage({ services: ['1', '2', '3', '4', '5', '6', '7'], endsAt: new Date('2026-03-20T04:00:00Z') });
    expect(findingsOf(day, measure)).toEqual([
      { what: 'once', service: '1', hours: 48, limit: 4, item: 1, preliminary: false },
      { what: 'once', service: '2', hours: 48, limit: 4, item: 4, preliminary: false },
      { what: 'once', service: '3', hours: 48, limit: 4, item: 8, preliminary: true },
      { what: 'once', service: '4', hours: 48, limit: 24, item: 9, preliminary: true },
      { what: 'month', service: '5', hours: 48, limit: 4, item: 11, preliminary: true },
      { what: 'once', service: '6', hours: 48, limit: 16, item: 14, preliminary: false },
      { what: 'once', service: '7', hours: 48, limit: 24, item: 17, preliminary: true },
    ]);
  });

  it('counts every hour of the month', () => {
    const hour = outage({ services: ['1', '2', '3', '6', '7'], endsAt: new Date('2026-03-18T05:00:00Z') });
    const monthHours = { '1': 8, '2': 8, '3': 8, '6': 24, '7': 72 };
    expect(findingsOf(hour, { ...measure, monthHours }).map((found) => found.what === 'month' && found.limit)).toEqual([
      8, 8, 8, 24, 72,
    ]);
  });
});
