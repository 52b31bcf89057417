// Reasons offered for each kind of outage.
import { expect, it } from 'vitest';
import { OTHER_REASON, reasonCodes, reasonsOf } from './reasons.ts';

it('ends each list with another reason, and names every code once', () => {
  expect(reasonsOf('planned')).toEqual(['repair', 'upkeep', 'tests', 'connection', OTHER_REASON]);
  expect(reasonsOf('emergency')).toEqual(['accident-house', 'accident-network', 'supplier', 'weather', OTHER_REASON]);
  expect([...reasonCodes].sort()).toEqual([...new Set([...reasonsOf('planned'), ...reasonsOf('emergency')])].sort());
  expect(new Set(reasonCodes).size).toBe(reasonCodes.length);
});
