// The table of states: everything is reachable, everything ends, nothing moves out of turn.
import { describe, expect, it } from 'vitest';
import {
  after,
  allowed,
  inSet,
  type Party,
  type Status,
  type Step,
  sets,
  sources,
  startAt,
  statuses,
  steps,
  transitions,
} from './status.ts';

const parties: readonly Party[] = ['resident', 'company', 'authority', 'system'];

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

  const ways = (step: Step) =>
    Object.fromEntries(
      statuses.flatMap((status) => {
        const moves = parties.filter((by) => allowed(status, step, by)).map((by) => `${by} → ${after(status, step, by)}`);
        return moves.length > 0 ? [[status, moves.join(', ')]] : [];
      }),
    );

  it('of the way to the company and back', () => {
    expect(startAt).toEqual({ company: 'sent', unknownHouse: 'queued', unmanagedHouse: 'redirected' });
    expect(ways('address')).toEqual({ queued: 'authority → sent', redirected: 'authority → sent' });
    expect(ways('deliver')).toEqual({ sent: 'company → delivered, system → delivered' });
    expect(ways('take')).toEqual({
      sent: 'company → in_work',
      delivered: 'company → in_work',
      refuted: 'company → in_work',
      redirected: 'authority → redirected',
    });
    const company = (to: Status) => ({ sent: to, delivered: to, in_work: to, refuted: to });
    const by = (party: string, rows: Record<string, string>) =>
      Object.fromEntries(Object.entries(rows).map(([from, to]) => [from, `${party} → ${to}`]));
    expect(ways('assign')).toEqual(by('company', company('in_work')));
    expect(ways('redirect')).toEqual(by('company', company('redirected')));
    expect(ways('lose')).toEqual(by('system', company('redirected')));
    expect(ways('follow')).toEqual(by('system', { ...company('sent'), redirected: 'sent' }));
    expect(ways('answer')).toEqual({
      ...by('company', company('answered')),
      queued: 'authority → answered',
      redirected: 'authority → answered',
    });
  });

  it('of the resident’s word', () => {
    expect(ways('confirm')).toEqual({ answered: 'resident → confirmed' });
    expect(ways('refute')).toEqual({ answered: 'resident → refuted', expired: 'resident → refuted' });
    expect(ways('reopen')).toEqual({ answered: 'resident → redirected', expired: 'resident → redirected' });
    expect(ways('expire')).toEqual({ answered: 'system → expired' });
    const open = statuses.filter((status) => inSet(status, 'open') && status !== 'answered');
    expect(ways('withdraw')).toEqual(Object.fromEntries(open.map((status) => [status, 'resident → withdrawn'])));
    expect(ways('rate')).toEqual(
      Object.fromEntries(['answered', 'confirmed', 'expired', 'refuted'].map((status) => [status, `resident → ${status}`])),
    );
    expect(ways('note')).toEqual(Object.fromEntries(open.map((s) => [s, `resident → ${s}, company → ${s}, authority → ${s}`])));
  });

  it('knows where a step may start from', () => {
    expect(sources('answer', 'company')).toEqual(['sent', 'delivered', 'in_work', 'refuted']);
    expect(sources('take', 'authority')).toEqual(['redirected']);
    expect(sources('take', 'resident')).toEqual([]);
  });

  it('sets hold what they say', () => {
    expect(sets.unread).toEqual(['sent', 'delivered']);
    expect(sets.company).toEqual(['sent', 'delivered', 'in_work', 'refuted']);
    expect(sets.resident).toEqual(['answered']);
    expect(sets.authority).toEqual(['queued', 'redirected']);
    expect(sets.solved).toEqual(['confirmed', 'expired']);
    expect([sets.seeking, sets.handed, sets.underway, sets.again, sets.reopenable].flat()).toEqual([
      'queued',
      'redirected',
      'in_work',
      'refuted',
      'expired',
    ]);
  });
});
