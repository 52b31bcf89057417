// What the forms of outages refuse, and under which field.
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { listQuery } from './list-query.ts';
import {
  announceForm,
  cancelForm,
  finishForm,
  followForms,
  MAX_BOXES,
  moveForm,
  oneQuery,
  outageParams,
  tokenParams,
  uploadParams,
} from './schemas.ts';

const id = '018f0000-0000-7000-8000-000000000001';
const good = {
  idempotencyKey: id,
  services: ['1'],
  type: 'PAUSE',
  kind: 'planned',
  startsAt: '2026-11-25T09:00',
  endsAt: '2026-11-25T18:00',
  reason: 'repair',
  reasonText: '',
  info: '',
  scope: 'all',
  filter: '',
};

/** «field: message» of what is wrong; a message of zod’s own is shown as its code. */
function faults(schema: z.ZodType, value: unknown): string[] {
  const issues = schema.safeParse(value).error?.issues ?? [];
  return issues.map(({ path, message, code }) => `${path.join('.')}: ${message.startsWith('outages:') ? message : code}`);
}
const without = (form: Record<string, unknown>, field: string) =>
  Object.fromEntries(Object.entries(form).filter(([key]) => key !== field));

describe('announcing', () => {
  it('takes a whole form and trims what people type', () => {
    expect(announceForm.parse({ ...good, info: '  вода из кранов  ', reasonText: ' ремонт ' })).toEqual({
      ...good,
      info: 'вода из кранов',
      reasonText: 'ремонт',
      houses: [],
    });
    expect(announceForm.parse(without(without(without(good, 'info'), 'filter'), 'reasonText'))).toMatchObject({
      info: '',
      filter: '',
      reasonText: '',
    });
  });

  it.each([
    ['a plan without an end', { endsAt: undefined }, ['endsAt: outages:errors.end-needed']],
    ['an end at the beginning', { endsAt: good.startsAt }, ['endsAt: outages:errors.end-before-start']],
    ['an end before the beginning', { endsAt: '2026-11-25T08:00' }, ['endsAt: outages:errors.end-before-start']],
    ['another reason without words', { reason: '3' }, ['reasonText: outages:errors.reason-text']],
    ['words of an address that are none', { scope: 'filter' }, ['filter: outages:errors.filter']],
    ['chosen houses that are none', { scope: 'chosen' }, ['houses: outages:errors.houses']],
    ['no utility', { services: [] }, ['services: too_small']],
    ['more utilities than there are', { services: Array.from({ length: 8 }, () => '1') }, ['services: too_big']],
    ['an unknown utility', { services: ['8'] }, ['services.0: invalid_value']],
    ['an unknown field', { unknown: '1' }, [': unrecognized_keys']],
    [
      'a moment with text before',
      { startsAt: 'x2026-11-25T09:00', endsAt: 'y' },
      ['startsAt: outages:errors.moment', 'endsAt: outages:errors.moment'],
    ],
    ['a moment with text after', { startsAt: '2026-11-25T09:00:00' }, ['startsAt: outages:errors.moment']],
    ['a long filter', { filter: 'я'.repeat(201) }, ['filter: too_big']],
    ['a long reason', { reasonText: 'я'.repeat(3001) }, ['reasonText: too_big']],
    ['a long note', { info: 'я'.repeat(5001) }, ['info: too_big']],
    ['a house that is no id', { scope: 'chosen', houses: ['x'] }, ['houses.0: invalid_format']],
    ['more houses than boxes', { houses: Array.from({ length: MAX_BOXES + 1 }, () => id) }, ['houses: too_big']],
  ])('refuses %s', (_, more, found) => {
    expect(faults(announceForm, { ...good, ...more })).toEqual(found);
  });

  it.each([
    ['an emergency without an end', { kind: 'emergency', endsAt: undefined }],
    ['another reason in words', { reason: '3', reasonText: 'порыв' }],
    ['words of an address', { scope: 'filter', filter: 'Мира' }],
    ['chosen houses', { scope: 'chosen', houses: [id] }],
    ['as many houses as boxes', { scope: 'chosen', houses: Array.from({ length: MAX_BOXES }, () => id) }],
    ['all utilities', { services: ['1', '2', '3', '4', '5', '6', '7'] }],
    ['a longest filter', { filter: 'я'.repeat(200) }],
  ])('takes %s', (_, more) => {
    expect(faults(announceForm, { ...good, ...more })).toEqual([]);
  });
});

describe('steps of an outage', () => {
  it('say what the person looked at and why', () => {
    expect(moveForm.parse({ revision: '2', endsAt: good.endsAt, reason: ' трубы ' })).toEqual({
      revision: 2,
      endsAt: good.endsAt,
      reason: 'трубы',
    });
    expect(finishForm.parse({ revision: '1' })).toEqual({ revision: 1, reason: '' });
    expect(cancelForm.parse({ revision: '1', reason: ' нет бригады ' })).toEqual({ revision: 1, reason: 'нет бригады' });
  });

  it.each([
    ['a revision before the first', moveForm, { revision: '0', endsAt: good.endsAt, reason: 'трубы' }, 'revision: too_small'],
    ['half a revision', finishForm, { revision: '1.5' }, 'revision: invalid_type'],
    ['a move without a reason', moveForm, { revision: '1', endsAt: good.endsAt, reason: ' да ' }, 'reason: too_small'],
    ['a move with a long reason', moveForm, { revision: '1', endsAt: good.endsAt, reason: 'я'.repeat(501) }, 'reason: too_big'],
    ['a finish with a long reason', finishForm, { revision: '1', reason: 'я'.repeat(501) }, 'reason: too_big'],
    ['a cancel without a reason', cancelForm, { revision: '1', reason: '  ' }, 'reason: too_small'],
    ['a cancel with a long reason', cancelForm, { revision: '1', reason: 'я'.repeat(1001) }, 'reason: too_big'],
    ['more than a cancel', cancelForm, { revision: '1', reason: 'нет бригады', x: '' }, ': unrecognized_keys'],
    ['more than a finish', finishForm, { revision: '1', x: '' }, ': unrecognized_keys'],
  ])('refuse %s', (_, schema, form, found) => {
    expect(faults(schema, form)).toEqual([found]);
  });
});

describe('addresses of pages', () => {
  it('name one outage, one upload, one letter', () => {
    expect(faults(outageParams, { outageId: 'x' })).toEqual(['outageId: invalid_format']);
    expect(faults(outageParams, { outageId: id })).toEqual([]);
    expect(faults(uploadParams, { uploadId: 'x' })).toEqual(['uploadId: invalid_format']);
    expect(faults(uploadParams, { uploadId: id })).toEqual([]);
  });

  it.each([
    ['a'.repeat(20), true],
    ['A_-9'.repeat(16), true],
    ['a'.repeat(19), false],
    ['a'.repeat(65), false],
    [`${'a'.repeat(20)}/`, false],
    [`/${'a'.repeat(20)}`, false],
  ])('token %s: %s', (token, fits) => {
    expect(tokenParams.safeParse({ token }).success).toBe(fits);
  });

  it('open a dialog and tell what was done', () => {
    expect(faults(oneQuery, {})).toEqual([]);
    for (const dialog of ['finish', 'cancel']) expect(faults(oneQuery, { dialog })).toEqual([]);
    for (const done of ['announced', 'moved', 'finished', 'cancelled']) expect(faults(oneQuery, { done })).toEqual([]);
    expect(faults(oneQuery, { dialog: 'move', done: 'closed' })).toEqual(['dialog: invalid_value', 'done: invalid_value']);
    expect(faults(oneQuery, { tab: 'now' })).toEqual([': unrecognized_keys']);
  });

  it('hold the list’s state', () => {
    expect(listQuery.parse({})).toEqual({ tab: 'now', q: '', service: '', kind: '', company: '', page: 1 });
    const chosen = { tab: 'past', q: 'Мира', service: '6', kind: 'emergency', company: id, page: '1000' };
    expect(listQuery.parse(chosen)).toEqual({ ...chosen, page: 1000 });
    for (const tab of ['now', 'planned', 'past'])
      expect(faults(listQuery, { tab, service: '', kind: '', company: '' })).toEqual([]);
  });

  it.each([
    [{ tab: 'x' }, 'tab: invalid_value'],
    [{ q: 'я'.repeat(201) }, 'q: too_big'],
    [{ page: '0' }, 'page: too_small'],
    [{ page: '1001' }, 'page: too_big'],
    [{ page: '1.5' }, 'page: invalid_type'],
    [{ service: '8' }, 'service: invalid_union'],
    [{ kind: 'x' }, 'kind: invalid_union'],
    [{ company: 'x' }, 'company: invalid_format'],
    [{ other: '' }, ': unrecognized_keys'],
  ])('refuse %j in the list', (query, found) => {
    expect(faults(listQuery, query)).toEqual([found]);
  });
});

describe('following a house', () => {
  it('names the house', () => {
    for (const form of [followForms.follow, followForms.unfollow]) {
      expect(faults(form, { houseId: id })).toEqual([]);
      expect(faults(form, { houseId: 'x' })).toEqual(['houseId: invalid_format']);
      expect(faults(form, { houseId: id, all: '' })).toEqual([': unrecognized_keys']);
    }
  });

  it('chooses ways', () => {
    expect(followForms.ways.parse({})).toEqual({ email: '' });
    expect(followForms.ways.parse({ bySms: 'on', byMail: 'on', email: ' a@b.ru ' })).toEqual({
      bySms: 'on',
      byMail: 'on',
      email: 'a@b.ru',
    });
    expect(faults(followForms.ways, { bySms: 'yes', byMail: '' })).toEqual(['bySms: invalid_value', 'byMail: invalid_value']);
    expect(faults(followForms.ways, { email: 'a'.repeat(255) })).toEqual(['email: too_big']);
    expect(faults(followForms.ways, { telegram: 'on' })).toEqual([': unrecognized_keys']);
  });
});
