// The checker of the proof must itself be able to see each kind of harm.
import { describe, expect, it } from 'vitest';
import { type ComplaintRow, check, type Letter, type Submission } from './check.ts';

const submission: Submission = { key: 'k1', receipt: 'c1', tries: 1, inDoubt: 0, receipts: ['c1'] };
const row: ComplaintRow = { id: 'c1', key: 'k1', deliveries: [{ id: 'd1', channel: 'letter', state: 'done' }] };
const letter: Letter = { messageId: '<m1>', complaintId: 'c1' };

describe('check', () => {
  it('is content with one receipt, one complaint, one delivery, one letter', () => {
    expect(check([submission], [row], [letter])).toMatchObject({ violations: [], letters: 1, lettersInDoubt: 0, receipts: 1 });
  });

  it('counts a repeated letter with the same Message-ID apart', () => {
    expect(check([submission], [row], [letter, letter])).toMatchObject({ violations: [], lettersInDoubt: 1 });
  });

  it.each<[string, Submission, ComplaintRow[], Letter[]]>([
    ['a lost complaint', submission, [], []],
    ['a doubled complaint', submission, [row, { ...row, id: 'c2' }], [letter, { messageId: '<m2>', complaintId: 'c2' }]],
    [
      'a doubled delivery',
      submission,
      [{ ...row, deliveries: [...row.deliveries, { id: 'd2', channel: 'letter', state: 'done' }] }],
      [letter],
    ],
    ['no delivery', submission, [{ ...row, deliveries: [] }], []],
    [
      'a delivery that never ends',
      submission,
      [{ ...row, deliveries: [{ id: 'd1', channel: 'letter', state: 'waiting' }] }],
      [letter],
    ],
    ['two different letters', submission, [row], [letter, { messageId: '<m2>', complaintId: 'c1' }]],
    ['a letter that was never sent', submission, [row], []],
    ['two receipts', { ...submission, receipts: ['c1', 'c9'] }, [row], [letter]],
    ['no receipt', { ...submission, receipt: null, receipts: [] }, [row], [letter]],
  ])('sees %s', (_, submitted, rows, letters) => {
    expect(check([submitted], rows, letters).violations).not.toEqual([]);
  });

  it('sees a complaint nobody submitted', () => {
    expect(check([], [row], [letter]).violations).not.toEqual([]);
  });
});
