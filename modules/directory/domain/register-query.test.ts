// A saved view is the query string it is: canonical, checked on its way back.
import { describe, expect, it } from 'vitest';
import {
  companyKinds,
  companyRegisterQuery,
  companySorts,
  houseSorts,
  houseStates,
  isQueryOf,
  managementModes,
  queryText,
  registerQuery,
} from './register-query.ts';

it('keeps what was chosen and drops what stands by itself', () => {
  const query = registerQuery.parse({
    q: 'Ленина',
    state: '',
    page: '3',
    sort: 'area',
    dir: 'asc',
    cols: ['address', 'area'],
    view: 'all',
  });
  expect(queryText(registerQuery, query)).toBe('q=%D0%9B%D0%B5%D0%BD%D0%B8%D0%BD%D0%B0&sort=area&cols=address&cols=area');
  expect(queryText(companyRegisterQuery, companyRegisterQuery.parse({}))).toBe('');
});

it('knows its own query strings from others', () => {
  expect(isQueryOf(registerQuery, 'yearFrom=1950&yearTo=1980&open=yes&cols=address&cols=area')).toBe(true);
  for (const text of ['yearFrom=abc', 'to=//evil.example', 'sort=price', 'q=a&q=b', 'cols=<b>'])
    expect([text, isQueryOf(registerQuery, text)]).toEqual([text, false]);
});

const id = '018f0000-0000-7000-8000-000000000001';
const long = (length: number) => 'я'.repeat(length);
const fine = (schema: typeof registerQuery | typeof companyRegisterQuery, queries: readonly object[]) =>
  queries.filter((query) => !schema.safeParse(query).success);

describe('a register of houses', () => {
  it('begins with addresses', () => {
    expect(registerQuery.parse({})).toEqual({ sort: 'address', dir: 'asc', page: 1 });
    expect(registerQuery.parse({ q: ' мира ', city: ' Тюмень ', way: ' счёт ' })).toMatchObject({
      q: 'мира',
      city: 'Тюмень',
      way: 'счёт',
    });
  });

  it('takes what its page offers', () => {
    const offered = [
      ...houseSorts.map((sort) => ({ sort })),
      ...['', ...houseStates].map((state) => ({ state })),
      ...['', ...managementModes].map((mode) => ({ mode })),
      ...['', 'yes'].map((open) => ({ open })),
      ...['', 'doubtful', 'none'].map((match) => ({ match })),
      ...['', 'none', id].map((company) => ({ company })),
      ...['', '71701'].map((municipality) => ({ municipality })),
      ...['all', id].map((view) => ({ view })),
      { q: long(120), city: long(120), way: long(160), page: '10000', dir: 'desc', removed: id },
      { yearFrom: '1700', yearTo: '2100', areaFrom: '0', areaTo: '1000000000', floorsFrom: '0', floorsTo: '9' },
      { movedFrom: '2026-01-01', movedTo: '2026-12-31', cols: Array.from({ length: 30 }, () => 'built_year') },
    ];
    expect(fine(registerQuery, offered)).toEqual([]);
    expect([houseSorts, houseStates, managementModes].map((list) => list.join(' '))).toEqual([
      'address company area flats year floors',
      'in-use emergency demolished unknown no-pin changing',
      'company owners-association cooperative direct none other',
    ]);
  });

  it.each([
    { q: long(121) },
    { company: 'some' },
    { city: long(121) },
    { municipality: '717010' },
    { municipality: 'x71701' },
    { state: 'new' },
    { mode: 'new' },
    { yearFrom: '1699' },
    { yearTo: '2101' },
    { yearTo: '1950.5' },
    { areaFrom: '-1' },
    { areaTo: '1000000001' },
    { floorsFrom: '1.5' },
    { floorsTo: '-1' },
    { open: 'no' },
    { match: 'all' },
    { way: long(161) },
    { movedFrom: '01.01.2026' },
    { movedTo: 'x' },
    { sort: 'income' },
    { dir: 'up' },
    { page: '0' },
    { page: '10001' },
    { page: '1.5' },
    { cols: ['a'] },
    { cols: ['Address'] },
    { cols: ['built_year!'] },
    { cols: ['!built_year'] },
    { cols: ['a'.repeat(21)] },
    { cols: Array.from({ length: 31 }, () => 'address') },
    { view: 'none' },
    { removed: 'x' },
    { other: '' },
  ])('refuses %o', (query) => {
    expect(registerQuery.safeParse(query).success).toBe(false);
  });
});

describe('a register of companies', () => {
  it('begins with those of the most houses', () => {
    expect(companyRegisterQuery.parse({})).toEqual({ sort: 'houses', dir: 'desc', page: 1 });
    expect(companyRegisterQuery.parse({ q: ' дом ' })).toMatchObject({ q: 'дом' });
  });

  it('takes what its page offers', () => {
    const offered = [
      ...companySorts.map((sort) => ({ sort })),
      ...['', ...companyKinds].map((kind) => ({ kind })),
      ...['', 'active', 'inactive', 'none'].map((licence) => ({ licence })),
      ...['', 'active', 'trouble', 'unknown'].map((status) => ({ status })),
      ...['', 'micro', 'small', 'medium', 'none'].map((sme) => ({ sme })),
      ...['', 'yes', 'no'].map((offences) => ({ offences })),
      ...['', 'open', 'overdue', 'none'].map((precepts) => ({ precepts })),
      {
        q: long(120),
        municipality: '71701',
        housesFrom: '0',
        housesTo: '5',
        incomeFrom: '0',
        incomeTo: '5',
        staffFrom: '0',
        staffTo: '5',
      },
      { dir: 'desc' },
      { dir: 'asc', page: '10000', view: 'all', removed: id, cols: ['inn'] },
    ];
    expect(fine(companyRegisterQuery, offered)).toEqual([]);
    expect([companySorts, companyKinds].map((list) => list.join(' '))).toEqual([
      'name houses area income staff offences precepts',
      'managing-company owners-association housing-cooperative other',
    ]);
  });

  it.each([
    { q: long(121) },
    { municipality: '7170' },
    { kind: 'x' },
    { licence: 'x' },
    { status: 'x' },
    { sme: 'x' },
    { housesFrom: '-1' },
    { incomeFrom: 'x' },
    { staffTo: '0.5' },
    { offences: 'x' },
    { precepts: 'x' },
    { sort: 'address' },
    { dir: 'up' },
    { page: '0' },
    { view: 'x' },
    { other: '' },
  ])('refuses %o', (query) => {
    expect(companyRegisterQuery.safeParse(query).success).toBe(false);
  });
});

it('reads a name twice only where it may stand twice', () => {
  expect([isQueryOf(registerQuery, 'cols=address'), isQueryOf(registerQuery, ''), isQueryOf(registerQuery, 'q=a&q=a')]).toEqual([
    true,
    true,
    false,
  ]);
  expect(
    queryText(registerQuery, { page: 3, view: 'all', removed: id, q: undefined, city: '', sort: 'area', cols: ['a', 'b'] }),
  ).toBe('sort=area&cols=a&cols=b');
});
