// The table of states: everything is reachable, everything ends, nothing moves out of turn.
import { describe, expect, it } from 'vitest';
import { after, allowed, inSet, type Status, sets, startAt, statuses, steps, transitions } from './status.ts';

const next = (status: Status) => transitions.filter((t) => t.from.includes(status) && t.to !== 'same').map((t) => t.to as Status);

function reach(from: readonly Status[]): Set<Status> {
  const seen = new Set<Status>(from);
  const todo = [...from];
  for (let status = todo.pop(); status; status = todo.pop()) {
    for (const to of next(status)) {
      if (seen.has(to)) continue;
      seen.add(to);
      todo.push(to);
    }
  }
  return seen;
}

describe('states', () => {
  it('every state is reachable from a start', () => {
    expect([...reach(Object.values(startAt))].sort()).toEqual([...statuses].sort());
  });

  it('every state can end', () => {
    for (const status of statuses) expect([...reach([status])].some((s) => inSet(s, 'closed'))).toBe(true);
  });

  it('every step is used and every open state has somebody to move it', () => {
    for (const step of steps) expect(transitions.some((t) => t.step === step)).toBe(true);
    for (const status of sets.open) expect(next(status).length).toBeGreaterThan(0);
  });

  it('a step of one party has one outcome per state', () => {
    for (const t of transitions) {
      for (const from of t.from) {
        for (const by of t.by) {
          expect(transitions.filter((o) => o.step === t.step && o.from.includes(from) && o.by.includes(by))).toHaveLength(1);
        }
      }
    }
  });

  it('sets split the states', () => {
    expect([...sets.open, ...sets.closed].sort()).toEqual([...statuses].sort());
    expect([...sets.company, ...sets.resident, ...sets.authority].sort()).toEqual([...sets.open].sort());
  });

  it('refuses what is out of turn', () => {
    expect(() => after('confirmed', 'answer', 'company')).toThrow('complaints.wrong-state');
    expect(allowed('in_work', 'confirm', 'resident')).toBeUndefined();
    expect(after('answered', 'refute', 'resident')).toBe('refuted');
    expect(after('refuted', 'take', 'company')).toBe('in_work');
  });
});
