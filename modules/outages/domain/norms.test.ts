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
});
