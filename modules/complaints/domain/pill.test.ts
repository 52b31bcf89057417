// The pill of every state, for each who looks.
import { describe, expect, it } from 'vitest';
import ru from '../i18n/ru.json' with { type: 'json' };
import { pillOf } from '../views/pill.ts';
import { statuses } from './status.ts';

const facts = { opened: true, late: false };
const all = (viewer: 'resident' | 'company' | 'authority', more = {}) =>
  Object.fromEntries(
    statuses.map((status) => {
      const { kind, text } = pillOf({ ...facts, status, ...more }, viewer);
      return [status, text ? `${kind}: ${text}` : kind];
    }),
  );
const usual = {
  queued: 'sent: queued',
  sent: 'sent',
  delivered: 'delivered',
  in_work: 'work',
  answered: 'waits',
  refuted: 'refuted',
  redirected: 'sent: redirected',
  confirmed: 'resolved',
  expired: 'resolved: expired',
  withdrawn: 'sent: withdrawn',
};
const late = { sent: 'late', delivered: 'late', in_work: 'late', refuted: 'late' };

describe('a pill', () => {
  it('shows the state to who handles it', () => {
    expect(all('company')).toEqual(usual);
    expect(all('authority')).toEqual(usual);
  });

  it('tells the resident of an answer', () => {
    expect(all('resident')).toEqual({ ...usual, answered: 'answer' });
  });

  it('is new until opened, for those who handle it', () => {
    expect(all('company', { opened: false })).toEqual({ ...usual, sent: 'new', delivered: 'new' });
    expect(all('resident', { opened: false })).toEqual({ ...usual, answered: 'answer' });
  });

  it('is late where the company should act, opened or not, for everybody', () => {
    expect(all('company', { late: true, opened: false })).toEqual({ ...usual, ...late });
    expect(all('resident', { late: true })).toEqual({ ...usual, ...late, answered: 'answer' });
  });

  it('has words for every text of its own', () => {
    const texts = statuses.map((status) => pillOf({ ...facts, status }, 'company').text).filter((text) => text !== undefined);
    expect(texts.filter((text) => !Object.hasOwn(ru.pill, text))).toEqual([]);
  });
});
