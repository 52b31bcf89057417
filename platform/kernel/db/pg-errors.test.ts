// What faults of the database mean: away, busy, spoilt by a value, or our own mistake.
import { describe, expect, it } from 'vitest';
import { conflict } from '../errors/index.ts';
import { faultOf, isConnectionError, toAppError } from './pg-errors.server.ts';

const fault = (code: string, more: object = {}) => Object.assign(new Error(code), { code, ...more });

describe('faults of the database', () => {
  it.each([
    ['ECONNREFUSED', 'away', true],
    ['CONNECTION_CLOSED', 'away', true],
    ['08006', 'away', true],
    ['57P01', 'busy', true],
    ['53300', 'busy', true],
    ['57014', 'busy', false],
    ['40P01', 'busy', false],
    ['25006', 'busy', false],
    ['EMFILE', 'busy', false],
    ['22P05', 'value', false],
    ['22001', 'value', false],
    ['42P01', null, false],
    ['23505', null, false],
  ] as const)('%s means %s', (code, kind, ends) => {
    expect(faultOf(fault(code))).toBe(kind);
    expect(isConnectionError(fault(code))).toBe(ends);
  });

  it('are found behind other errors, and by how bad the server calls them', () => {
    expect(faultOf(new Error('filing', { cause: fault('ETIMEDOUT') }))).toBe('away');
    expect(faultOf(fault('28000', { severity: 'FATAL' }))).toBe('away');
    expect(faultOf('no error')).toBeNull();
  });

  it('become our kinds: the same request later, bad input, a duplicate; a mistake stays what it is', () => {
    const codeOf = (code: string) => (toAppError(fault(code)) as { code: string }).code;
    expect(['ECONNRESET', '53300', '57014', '22P05', '23505'].map(codeOf)).toEqual([
      'platform.database-away',
      'platform.busy',
      'platform.busy',
      'platform.bad-characters',
      'platform.duplicate',
    ]);
    const mistake = fault('42P01');
    expect(toAppError(mistake)).toBe(mistake);
    const known = conflict('polls.closed');
    expect(toAppError(known)).toBe(known);
  });
});
