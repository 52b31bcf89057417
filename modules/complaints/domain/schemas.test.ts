// What the forms of complaints refuse, and with which words.
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { authorityQuery, inboxQuery } from './inbox-query.ts';
import { ANSWER_MAX, BODY_MAX } from './limits.ts';
import {
  addressForm,
  answerForm,
  assignForm,
  callForm,
  categoryCode,
  confirmForm,
  fileForm,
  noteForm,
  rateForm,
  redirectForm,
  refuteForm,
  sendForm,
  takeForm,
  withdrawForm,
} from './schemas.ts';

const id = '018f0000-0000-7000-8000-000000000001';
const form = { idempotencyKey: id, house: id, category: 'lift.stopped', body: 'Стоит лифт' };

/** «field: message» of what is wrong; a message of zod’s own is shown as its code. */
function faults(schema: z.ZodType, value: unknown): string[] {
  const issues = schema.safeParse(value).error?.issues ?? [];
  return issues.map(({ path, message, code }) => `${path.join('.')}: ${message.startsWith('complaints:') ? message : code}`);
}
const long = (length: number) => 'я'.repeat(length);

describe('filing', () => {
  it('fills what was left out', () => {
    expect(fileForm.parse(form)).toEqual({ ...form, place: '', flat: '', contactName: '' });
    expect(sendForm.parse({ ...form, draft: '1' })).toMatchObject({ draft: '1' });
  });

  it.each([
    [{ body: undefined }, 'body: complaints:errors.body-empty'],
    [{ body: ' … !' }, 'body: complaints:errors.body-empty'],
    [{ body: long(BODY_MAX + 1) }, 'body: complaints:errors.body-long'],
    [{ category: undefined }, 'category: complaints:errors.category'],
    [{ category: 'Лифт' }, 'category: complaints:errors.category'],
    [{ house: 'x' }, 'house: complaints:errors.house'],
    [{ idempotencyKey: 'x' }, 'idempotencyKey: invalid_format'],
    [{ typedAddress: long(301) }, 'typedAddress: too_big'],
    [{ place: long(121) }, 'place: too_big'],
    [{ flat: long(11) }, 'flat: too_big'],
    [{ contactName: long(81) }, 'contactName: too_big'],
    [{ draft: '1' }, ': unrecognized_keys'],
  ])('refuses %o', (more, found) => {
    expect(faults(fileForm, { ...form, ...more })).toEqual([found]);
  });

  it.each([
    { body: long(BODY_MAX) },
    { body: '№ 5' },
    { house: undefined, typedAddress: long(300) },
    { place: long(120), flat: long(10), contactName: long(80) },
  ])('takes %o', (more) => {
    expect(faults(fileForm, { ...form, ...more })).toEqual([]);
  });

  it('of a draft says so in one way only', () => {
    expect(faults(sendForm, { ...form, draft: '' })).toEqual(['draft: invalid_value']);
    expect(faults(sendForm, { ...form, photo: '' })).toEqual([': unrecognized_keys']);
  });

  it.each([
    ['other', true],
    ['lift.stopped', true],
    ['water.no_hot', true],
    ['_', true],
    ['', false],
    ['lift.', false],
    ['.lift', false],
    ['a.b.c', false],
    ['Lift.stopped', false],
    ['lift.stopped!', false],
    ['lift!', false],
    ['!lift', false],
  ])('category «%s»: %s', (code, fits) => {
    expect(categoryCode.safeParse(code).success).toBe(fits);
  });
});

describe('words', () => {
  it.each([
    ['an answer', answerForm, 'body', ANSWER_MAX, 'words-empty', 'answer-long'],
    ['a note', noteForm, 'body', ANSWER_MAX, 'words-empty', 'answer-long'],
    ['a refutal', refuteForm, 'reason', 2000, 'reason-empty', 'body-long'],
    ['a redirection', redirectForm, 'reason', 2000, 'reason-empty', 'body-long'],
  ] as const)('of %s are needed and not too long', (_, schema, field, max, empty, tooLong) => {
    expect(faults(schema, { [field]: long(max) })).toEqual([]);
    expect(faults(schema, {})).toEqual([`${field}: complaints:errors.${empty}`]);
    expect(faults(schema, { [field]: ' - ' })).toEqual([`${field}: complaints:errors.${empty}`]);
    expect(faults(schema, { [field]: long(max + 1) })).toEqual([`${field}: complaints:errors.${tooLong}`]);
    expect(faults(schema, { [field]: 'да', other: '' })).toEqual([': unrecognized_keys']);
  });

  it('of a note may stay inside', () => {
    expect(noteForm.parse({ body: 'да', internal: 'yes' })).toEqual({ body: 'да', internal: 'yes' });
    expect(faults(noteForm, { body: 'да', internal: 'no' })).toEqual(['internal: invalid_value']);
  });
});

describe('steps', () => {
  it('name a performer', () => {
    expect(faults(assignForm, {})).toEqual(['performer: complaints:errors.words-empty']);
    expect(assignForm.safeParse({ performer: long(81) }).success).toBe(false);
    expect(faults(assignForm, { performer: long(80) })).toEqual([]);
    expect(faults(assignForm, { performer: 'Иванов', other: '' })).toEqual([': unrecognized_keys']);
    expect(takeForm.parse({})).toEqual({ performer: '' });
    expect(faults(takeForm, { performer: long(81) })).toEqual(['performer: too_big']);
    expect(faults(takeForm, { performer: long(80) })).toEqual([]);
    expect(faults(takeForm, { other: '' })).toEqual([': unrecognized_keys']);
    expect(faults(withdrawForm, {})).toEqual([]);
    expect(faults(withdrawForm, { reason: '' })).toEqual([': unrecognized_keys']);
  });

  it.each([
    ['1', []],
    ['5', []],
    ['0', ['grade: complaints:errors.grade']],
    ['6', ['grade: complaints:errors.grade']],
    ['4.5', ['grade: complaints:errors.grade']],
    ['пять', ['grade: complaints:errors.grade']],
  ])('grade %s', (grade, found) => {
    expect(faults(rateForm, { grade })).toEqual(found);
    expect(faults(confirmForm, { grade })).toEqual(found);
  });

  it('rate with a comment or without', () => {
    expect(rateForm.parse({ grade: '4' })).toEqual({ grade: 4, comment: '' });
    expect(confirmForm.parse({})).toEqual({ comment: '' });
    for (const schema of [rateForm, confirmForm]) {
      expect(faults(schema, { grade: '4', comment: long(1000) })).toEqual([]);
      expect(faults(schema, { grade: '4', comment: long(1001) })).toEqual(['comment: too_big']);
      expect(faults(schema, { grade: '4', other: '' })).toEqual([': unrecognized_keys']);
    }
    expect(faults(rateForm, {})).toEqual(['grade: complaints:errors.grade']);
  });

  it('name the house and how a call went', () => {
    expect(faults(addressForm, { house: id })).toEqual([]);
    expect(faults(addressForm, { house: '' })).toEqual(['house: complaints:errors.house']);
    expect(faults(addressForm, { house: id, flat: '' })).toEqual([': unrecognized_keys']);
    for (const outcome of ['reached', 'no-answer']) expect(faults(callForm, { outcome })).toEqual([]);
    expect(faults(callForm, { outcome: '' })).toEqual(['outcome: complaints:errors.choose']);
    expect(faults(callForm, { outcome: 'reached', note: '' })).toEqual([': unrecognized_keys']);
  });
});

describe('a list', () => {
  it('of a company begins with what is active, the most urgent first', () => {
    expect(inboxQuery.parse({})).toEqual({ tab: 'active', q: '', house: '', performer: '', sort: 'due', page: 1 });
    for (const tab of ['active', 'late', 'waiting', 'closed']) expect(faults(inboxQuery, { tab, house: '' })).toEqual([]);
    for (const sort of ['due', '-due', 'filed', '-filed']) expect(faults(inboxQuery, { sort, house: id })).toEqual([]);
    expect(faults(inboxQuery, { q: long(200), performer: long(80), page: '1000' })).toEqual([]);
  });

  it.each([
    [{ tab: 'x' }, 'tab: invalid_value'],
    [{ q: long(201) }, 'q: too_big'],
    [{ house: 'x' }, 'house: invalid_format'],
    [{ performer: long(81) }, 'performer: too_big'],
    [{ sort: 'x' }, 'sort: invalid_value'],
    [{ page: '0' }, 'page: too_small'],
    [{ page: '1001' }, 'page: too_big'],
    [{ page: '1.5' }, 'page: invalid_type'],
    [{ other: '' }, ': unrecognized_keys'],
  ])('of a company refuses %o', (query, found) => {
    expect(faults(inboxQuery, query)).toEqual([found]);
  });

  it('of the authority begins with everything', () => {
    expect(authorityQuery.parse({})).toEqual({ q: '', state: '', company: '', group: '', page: 1 });
    for (const state of ['late', 'company', 'resident', 'authority', 'closed', 'undelivered', ''])
      expect(faults(authorityQuery, { state, company: '' })).toEqual([]);
    expect(faults(authorityQuery, { q: long(200), company: id, group: long(40), page: '1000' })).toEqual([]);
  });

  it.each([
    [{ q: long(201) }, 'q: too_big'],
    [{ state: 'x' }, 'state: invalid_union'],
    [{ company: 'x' }, 'company: invalid_format'],
    [{ group: long(41) }, 'group: too_big'],
    [{ page: '0' }, 'page: too_small'],
    [{ page: '1001' }, 'page: too_big'],
    [{ page: '1.5' }, 'page: invalid_type'],
    [{ other: '' }, ': unrecognized_keys'],
  ])('of the authority refuses %o', (query, found) => {
    expect(faults(authorityQuery, query)).toEqual([found]);
  });
});
