// Who is told what and when: nothing twice, nothing at night that can wait.
import { describe, expect, it } from 'vitest';
import { outOfQuiet } from './quiet.ts';
import { newsOf } from './telling.ts';

const zone = 'Asia/Yekaterinburg';
const hours = { quietFrom: 22, quietTo: 7 };
const at = (text: string) => new Date(`${text}:00+05:00`);
const now = at('2026-03-02T12:00');
const six = at('2026-03-02T18:00');
const eight = at('2026-03-02T20:00');

describe('quiet hours', () => {
  it.each([
    ['2026-03-02T21:59', '2026-03-02T21:59'],
    ['2026-03-02T22:00', '2026-03-03T07:00'],
    ['2026-03-03T03:30', '2026-03-03T07:00'],
    ['2026-03-03T07:00', '2026-03-03T07:00'],
    ['2026-03-03T07:30', '2026-03-03T07:30'],
  ])('a planned one of %s goes at %s', (asked, goes) => {
    expect(outOfQuiet(at(asked), 'planned', zone, hours)).toEqual(at(goes));
  });

  it.each([
    ['2026-03-02T00:59', '2026-03-02T00:59'],
    ['2026-03-02T01:00', '2026-03-02T06:00'],
    ['2026-03-02T05:59', '2026-03-02T06:00'],
    ['2026-03-02T06:00', '2026-03-02T06:00'],
    ['2026-03-02T06:30', '2026-03-02T06:30'],
    ['2026-03-02T23:00', '2026-03-02T23:00'],
  ])('that begin after midnight: %s goes at %s', (asked, goes) => {
    expect(outOfQuiet(at(asked), 'planned', zone, { quietFrom: 1, quietTo: 6 })).toEqual(at(goes));
  });

  it('that are none hold nothing back', () => {
    const night = at('2026-03-03T03:30');
    expect(outOfQuiet(night, 'planned', zone, { quietFrom: 3, quietTo: 3 })).toEqual(night);
  });

  it('an emergency goes at once', () => {
    expect(outOfQuiet(at('2026-03-03T03:30'), 'emergency', zone, hours)).toEqual(at('2026-03-03T03:30'));
  });
});

describe('news', () => {
  const untold = { state: null, endsAt: null };
  const told = { state: 'announced', endsAt: six };
  const current = { state: 'announced', endsAt: six, closedBy: null } as const;

  it.each([
    ['a first one', untold, current, 'announced'],
    ['a past one', untold, { ...current, endsAt: now }, null],
    ['one cancelled before it was told', untold, { ...current, state: 'cancelled' }, null],
    ['a first one without an end', untold, { ...current, endsAt: null }, 'announced'],
    ['an end that is known now', { state: 'announced', endsAt: null }, current, 'moved'],
    ['still no end', { state: 'announced', endsAt: null }, { ...current, endsAt: null }, null],
    ['the same end', told, current, null],
    ['another end', told, { ...current, endsAt: eight }, 'moved'],
    ['an end nobody knows any more', told, { ...current, endsAt: null }, 'moved'],
    ['finished by people', told, { ...current, state: 'over', closedBy: 'person' }, 'ended'],
    ['closed by the clock', told, { ...current, state: 'over', closedBy: 'clock' }, null],
    ['cancelled', told, { ...current, state: 'cancelled' }, 'cancelled'],
    ['after the end', { state: 'over', endsAt: six }, { ...current, endsAt: eight }, null],
  ] as const)('%s', (_, before, after, news) => {
    expect(newsOf(before, after, now)).toBe(news);
  });
});
