// The clock and the table of steps.
import { describe, expect, it } from 'vitest';
import { after, maySteps, phaseOf, type State } from './phase.ts';

const at = (hour: number) => new Date(Date.UTC(2026, 2, 2, hour));
const one = (state: State, from: number, to: number | null) => ({
  state,
  starts_at: at(from),
  ends_at: to === null ? null : at(to),
});

describe('a phase', () => {
  it.each([
    ['planned', one('announced', 9, 12), 8],
    ['running', one('announced', 9, 12), 9],
    ['running', one('announced', 9, 12), 11],
    ['overdue', one('announced', 9, 12), 12],
    ['running', one('announced', 9, null), 23],
    ['over', one('over', 9, 12), 10],
    ['cancelled', one('cancelled', 9, 12), 10],
  ] as const)('is %s', (phase, times, hour) => {
    expect(phaseOf(times, at(hour))).toBe(phase);
  });

  it('lets people move, finish and cancel what goes on, and nothing after', () => {
    expect(maySteps('planned')).toEqual(['move', 'cancel']);
    expect(maySteps('running')).toEqual(['move', 'finish', 'cancel']);
    expect(maySteps('overdue')).toEqual(['move', 'finish']);
    expect([...maySteps('over'), ...maySteps('cancelled')]).toEqual([]);
    expect(after('running', 'finish')).toBe('over');
    expect(() => after('over', 'finish')).toThrow('outages.too-late');
    expect(after('overdue', 'close')).toBe('over');
    expect(after('planned', 'cancel')).toBe('cancelled');
    expect(after('overdue', 'move')).toBe('announced');
    for (const phase of ['planned', 'running'] as const) expect(() => after(phase, 'close')).toThrow('outages.too-late');
  });
});
