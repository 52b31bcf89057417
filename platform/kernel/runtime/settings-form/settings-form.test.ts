// The form of settings without a database: schema → fields → words, and values to posted text and back.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { describeSettings, type SettingField } from './describe-settings.ts';
import { changedNames, ownChoices, postedNames, postedOf, readPosted } from './posted-settings.ts';
import { settingsForm, valueInWords } from './settings-form.ts';

const schema = z.strictObject({
  days: z.number().int().min(3).max(60).default(15),
  share: z.number().min(0).max(1).default(0.5),
  on: z.boolean().default(false),
  rule: z.enum(['follow', 'stay']).default('follow'),
  title: z.string().max(20).default(''),
  note: z.string().min(2).max(20).optional(),
  quiet: z
    .strictObject({
      from: z.number().int().min(0).max(23).default(22),
      days: z.array(z.enum(['sat', 'sun'])).default(['sat']),
    })
    .prefault({}),
  dates: z.array(z.iso.date()).max(3).default([]),
  staleOf: z.record(z.string(), z.number().int().min(1).max(3650)).default({ revexp: 400 }),
});
const fields = describeSettings(schema);
const words = {
  module: 'probe',
  locale: 'ru' as const,
  t: (key: string, params = {}) => [key, ...Object.values(params)].join(' '),
};
const field = (name: string) => fields.find((one) => one.name === name) as SettingField;

describe('describing a schema', () => {
  it('flattens nested objects with dotted names, in the order of the schema', () => {
    const names = ['days', 'share', 'on', 'rule', 'title', 'note', 'quiet.from', 'quiet.days', 'dates', 'staleOf'];
    expect(fields.map(({ name }) => name)).toEqual(names);
  });

  it('tells kind, default, bounds and options', () => {
    expect(field('days')).toMatchObject({ kind: 'number', default: 15, min: 3, max: 60, whole: true, optional: false });
    expect(field('share')).toMatchObject({ kind: 'number', min: 0, max: 1, whole: false });
    expect(field('on')).toMatchObject({ kind: 'boolean', default: false });
    expect(field('rule')).toMatchObject({ kind: 'choice', options: ['follow', 'stay'] });
    expect(field('note')).toMatchObject({ kind: 'text', min: 2, max: 20, optional: true, default: undefined });
    expect(field('quiet.from')).toMatchObject({ default: 22, max: 23 });
    expect(field('quiet.days')).toMatchObject({ kind: 'choices', options: ['sat', 'sun'], default: ['sat'] });
    expect(field('dates')).toMatchObject({ kind: 'texts', max: 3 });
    expect(field('staleOf')).toMatchObject({ kind: 'numbers-by-name', item: { min: 1, max: 3650, whole: true } });
  });

  it('keeps bounds of the machine to itself', () => {
    expect(describeSettings(z.strictObject({ n: z.number().int().default(1) }))[0]).toMatchObject({ min: null, max: null });
  });

  it.each([
    ['a date', z.date()],
    ['one of two kinds', z.union([z.string(), z.number()])],
    ['a list of numbers', z.array(z.number())],
    ['a list of objects', z.array(z.strictObject({ a: z.string() }))],
    ['a record of texts', z.record(z.string(), z.string())],
    ['anything', z.unknown()],
  ])('refuses %s', (_, kind) => {
    expect(() => describeSettings(z.strictObject({ odd: kind }))).toThrow();
  });
});

describe('words', () => {
  it('tells titles, range and default', () => {
    const [days] = settingsForm(schema, words);
    expect(days).toMatchObject({ title: 'probe:settings.days.title', help: 'probe:settings.days.help' });
    expect(days?.range).toBe('platform:settings.number.between 3 60 probe:settings.days.unit 60');
    expect(days?.standing).toBe('15 probe:settings.days.unit 15');
  });

  it('says a value of an earlier release as it is', () => {
    expect(valueInWords(undefined, { a: 1 }, words)).toBe('{"a":1}');
    expect(valueInWords(undefined, undefined, words)).toBe('platform:settings.empty');
  });
});

const line = fc.stringMatching(/^[a-zа-я0-9._-]{1,12}$/).filter((key) => key !== '__proto__');
const texts = (max: number, min = 0) => fc.stringMatching(new RegExp(`^([a-zа-я0-9.,]{${min},${max}})$`));
const valid = fc.record(
  {
    days: fc.integer({ min: 3, max: 60 }),
    share: fc.integer({ min: 0, max: 1000 }).map((n) => n / 1000),
    on: fc.boolean(),
    rule: fc.constantFrom('follow', 'stay'),
    title: texts(20),
    note: texts(20, 2),
    quiet: fc.record({ from: fc.integer({ min: 0, max: 23 }), days: fc.subarray(['sat', 'sun']) }),
    dates: fc.array(
      fc
        .date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
        .map((at) => at.toISOString().slice(0, 10)),
      { maxLength: 3 },
    ),
    staleOf: fc.dictionary(line, fc.integer({ min: 1, max: 3650 }), { noNullPrototype: true }),
  },
  { requiredKeys: ['days', 'share', 'on', 'rule', 'title', 'quiet', 'dates', 'staleOf'] },
);

describe('posting', () => {
  it('brings every valid value back as it was', () => {
    fc.assert(
      fc.property(valid, (value) => {
        const posted = postedOf(fields, value);
        const known = postedNames(fields);
        expect(Object.keys(posted).filter((name) => !known.has(name))).toEqual([]);
        expect(readPosted(schema, fields, posted)).toEqual({ ok: true, value });
      }),
    );
  });

  it('keeps of every valid value only what differs from the defaults, and reads the same', () => {
    fc.assert(
      fc.property(valid, (value) => {
        const kept = ownChoices(schema, fields, schema.parse(value));
        expect(schema.parse(kept)).toEqual(value);
        const changed = changedNames(fields, value, undefined);
        if (!changed.includes('days')) expect(kept).not.toHaveProperty('days');
      }),
    );
  });

  it.each([
    ['a number out of its range', { 'set.days': '2' }, { name: 'days', what: 'value' }],
    ['a fraction for a whole number', { 'set.days': '3,5' }, { name: 'days', what: 'value' }],
    ['words for a number', { 'set.days': 'две недели' }, { name: 'days', what: 'value' }],
    ['a hexadecimal number', { 'set.days': '0x10' }, { name: 'days', what: 'value' }],
    ['an emptied number', { 'set.days': '' }, { name: 'days', what: 'value' }],
    ['a choice that is none', { 'set.rule': 'go' }, { name: 'rule', what: 'value' }],
    ['neither yes nor no', { 'set.on': 'maybe' }, { name: 'on', what: 'value' }],
    ['a text too short', { 'set.note': 'a' }, { name: 'note', what: 'value' }],
    ['a nested number', { 'set.quiet.from': '24' }, { name: 'quiet.from', what: 'value' }],
    ['a day that is none', { 'set.dates': '2026-01-01\n2026-13-01' }, { name: 'dates', what: 'line', line: 2 }],
    ['too many lines', { 'set.dates': '2026-01-01\n2026-01-02\n2026-01-03\n2026-01-04' }, { name: 'dates', what: 'count' }],
    ['a line without a number', { 'set.staleOf': 'revexp = 40\nsshr' }, { name: 'staleOf', what: 'line', line: 2 }],
    ['a name no record keeps', { 'set.staleOf': '__proto__ = 1' }, { name: 'staleOf', what: 'line', line: 1 }],
    ['a name twice', { 'set.staleOf': 'a = 1\na = 2' }, { name: 'staleOf', what: 'line', line: 2 }],
    ['a number of a name out of range', { 'set.staleOf': 'a = 0' }, { name: 'staleOf', what: 'line' }],
  ])('refuses %s at its field', (_, wrong, expected) => {
    const posted = { ...postedOf(fields, schema.parse({})), ...wrong };
    expect(readPosted(schema, fields, posted)).toEqual({ ok: false, wrong: [expected] });
  });

  it('reads numbers as people write them', () => {
    const posted = { ...postedOf(fields, schema.parse({})), 'set.share': '0,25', 'set.days': ' 1 5 ' };
    expect(readPosted(schema, fields, posted)).toMatchObject({ ok: true, value: { share: 0.25, days: 15 } });
  });
});
