// The rule of following: what goes with the house, what stays with the company, what is nobody's move.
import { describe, expect, it } from 'vitest';
import { fateOf, type Follower, type FollowSettings, refutedFollows } from './follow.ts';
import { type Status, statuses } from './status.ts';

const settings = (onManagerChange: FollowSettings['onManagerChange']): FollowSettings => ({
  onManagerChange,
  staysWithCompany: ['charges', 'management.staff'],
});
const row = (status: Status, over: Partial<Follower> = {}): Follower => ({
  status,
  category_code: 'entrance.light',
  addressee: 'company',
  company_name: 'УК «А»',
  ...over,
});
const following = (rule: FollowSettings['onManagerChange']) =>
  statuses.filter((s) => fateOf(row(s), settings(rule)) === 'follows');

describe('a complaint of a house that changes company', () => {
  it('follows when it is the company’s move', () => {
    expect(following('follow')).toEqual(['sent', 'delivered', 'in_work', 'refuted']);
    expect(following('follow-untaken')).toEqual(['sent', 'delivered', 'refuted']);
    expect(following('stay')).toEqual([]);
    expect(fateOf(row('in_work'), settings('follow-untaken'))).toBe('stays');
  });

  it('stays when it is about the company itself, by category or by group', () => {
    for (const category_code of ['charges.bill', 'charges', 'management.staff'])
      expect(fateOf(row('sent', { category_code }), settings('follow'))).toBe('stays');
    expect(fateOf(row('sent', { category_code: 'chargesx' }), settings('follow'))).toBe('follows');
    expect(refutedFollows('charges.bill', settings('follow'))).toBe(false);
    expect(refutedFollows('lift.stopped', settings('follow-untaken'))).toBe(true);
    expect(refutedFollows('lift.stopped', settings('stay'))).toBe(false);
  });

  it('is left alone when answered, closed, or refused as not ours', () => {
    for (const status of ['answered', 'confirmed', 'expired', 'withdrawn', 'queued'] as const)
      expect(fateOf(row(status), settings('follow'))).toBe('untouched');
    expect(fateOf(row('redirected', { addressee: 'authority' }), settings('follow'))).toBe('untouched');
    expect(fateOf(row('redirected', { company_name: '' }), settings('follow'))).toBe('untouched');
    expect(fateOf(row('queued', { addressee: 'authority', company_name: '' }), settings('follow'))).toBe('untouched');
  });

  it('goes to the first company of a house nobody managed, under any rule', () => {
    const waiting = row('redirected', { addressee: 'authority', company_name: '', category_code: 'charges.bill' });
    for (const rule of ['follow', 'follow-untaken', 'stay'] as const) expect(fateOf(waiting, settings(rule))).toBe('follows');
  });
});
