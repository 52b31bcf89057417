// What the pages and commands of the directory refuse.
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import {
  changesQuery,
  companyParams,
  failedParams,
  houseParams,
  importsForm,
  importsQuery,
  lat,
  lon,
  matchForm,
  myHouseForm,
  myHouseQuery,
  openDataQuery,
  orderExchangeForm,
  pageQuery,
  pinForm,
  regionParams,
  searchQuery,
  suggestQuery,
} from './schemas.ts';

const id = '018f0000-0000-7000-8000-000000000001';
const long = (length: number) => 'я'.repeat(length);

/** «field: code of the fault», or the message where it is ours. */
function faults(schema: z.ZodType, value: unknown): string[] {
  const issues = schema.safeParse(value).error?.issues ?? [];
  return issues.map(({ path, message, code }) => `${path.join('.')}: ${message.startsWith('directory:') ? message : code}`);
}

describe('degrees', () => {
  it.each([
    ['57,15', 57.15],
    [' -57.15 ', -57.15],
    ['90', 90],
    ['-90', -90],
    ['0.12345678', 0.12345678],
  ])('%s', (text, value) => {
    expect(lat.parse(text)).toBe(value);
  });

  it.each(['90.1', '-91', '57.', '57.123456789', '1e2', 'x57', '57x', '', '57,1,5'])('not «%s»', (text) => {
    expect(lat.safeParse(text).success).toBe(false);
  });

  it('of longitude go further', () => {
    expect([lon.parse('180'), lon.parse('-180'), lon.safeParse('181').success, lon.safeParse('1234').success]).toEqual([
      180,
      -180,
      false,
      false,
    ]);
  });
});

describe('a pin', () => {
  it.each([
    [{ lat: '57.15', lon: '65,53' }, []],
    [{ lat: ' 41 ', lon: '19' }, []],
    [{ lat: '82', lon: '190' }, []],
    [{ lat: '40.9', lon: '65' }, ['lat: directory:errors.point']],
    [{ lat: '82.1', lon: '65' }, ['lat: directory:errors.point']],
    [{ lat: '57', lon: '18.9' }, ['lon: directory:errors.point']],
    [{ lat: '57', lon: '190.1' }, ['lon: directory:errors.point']],
    [{ lat: '57x', lon: 'x65' }, ['lat: directory:errors.point', 'lon: directory:errors.point']],
    [{ lat: '57.', lon: '65.123456789' }, ['lat: directory:errors.point', 'lon: directory:errors.point']],
    [{ lat: 57, lon: '' }, ['lat: directory:errors.point', 'lon: directory:errors.point']],
    [{ lat: '57', lon: '65', zoom: '3' }, [': unrecognized_keys']],
  ])('%o', (pin, found) => {
    expect(faults(pinForm, pin)).toEqual(found);
  });

  it('is read as numbers', () => {
    expect(pinForm.parse({ lat: '57,15', lon: '65.53' })).toEqual({ lat: 57.15, lon: 65.53 });
  });
});

describe('addresses of pages', () => {
  it.each([
    [houseParams, { houseId: id }],
    [companyParams, { companyId: id }],
    [regionParams, { slug: 'tyumen-2' }],
    [regionParams, { slug: 'ab' }],
    [regionParams, { slug: `a${'b'.repeat(23)}` }],
    [failedParams, { slug: 'tyumen', importId: id }],
    [searchQuery, {}],
    [searchQuery, { q: long(120), lat: '57', lon: '65' }],
    [myHouseQuery, { q: 'мира', house: id }],
    [myHouseForm, { houseId: id, flat: long(12) }],
    [pageQuery, { page: '10000' }],
    [openDataQuery, { municipality: '71701' }],
    [changesQuery, { kind: 'manager', municipality: '71701', from: '2026-01-01', to: '2026-12-31', page: '10000' }],
    [changesQuery, { kind: 'house' }],
    [changesQuery, { kind: '' }],
    [changesQuery, { kind: 'company' }],
    [importsQuery, { source: '', state: '' }],
    [importsQuery, { source: 'house-points', state: 'done', page: '10000' }],
    [matchForm, { houseId: id, objectId: '5' }],
    [orderExchangeForm, { operation: long(40) }],
    [importsForm, { connector: `a${'b'.repeat(39)}` }],
    [importsForm, { connector: '2g' }],
  ] as const)('%#: %o', (schema, value) => {
    expect(faults(schema, value)).toEqual([]);
  });

  it.each(['queued', 'running', 'staged', 'done', 'failed', 'stopped', 'expired'])('imports that are %s', (state) => {
    expect(faults(importsQuery, { state })).toEqual([]);
  });

  it.each([
    [houseParams, { houseId: 'x' }, 'houseId: invalid_format'],
    [houseParams, { houseId: id, x: '' }, ': unrecognized_keys'],
    [companyParams, { companyId: 'x' }, 'companyId: invalid_format'],
    [companyParams, { companyId: id, x: '' }, ': unrecognized_keys'],
    [regionParams, { slug: 'Tyumen' }, 'slug: invalid_format'],
    [regionParams, { slug: 'a' }, 'slug: invalid_format'],
    [regionParams, { slug: '1a' }, 'slug: invalid_format'],
    [regionParams, { slug: `a${'b'.repeat(24)}` }, 'slug: invalid_format'],
    [regionParams, { slug: 'tyumen!' }, 'slug: invalid_format'],
    [regionParams, { slug: 'tyumen', x: '' }, ': unrecognized_keys'],
    [failedParams, { slug: 'tyumen', importId: 'x' }, 'importId: invalid_format'],
    [failedParams, { slug: 'tyumen', importId: id, x: '' }, ': unrecognized_keys'],
    [searchQuery, { q: long(121) }, 'q: too_big'],
    [searchQuery, { x: '' }, ': unrecognized_keys'],
    [suggestQuery, { q: long(121) }, 'q: too_big'],
    [suggestQuery, { x: '' }, ': unrecognized_keys'],
    [myHouseQuery, { house: 'x' }, 'house: invalid_format'],
    [myHouseForm, { houseId: 'x' }, 'houseId: invalid_format'],
    [myHouseForm, { houseId: id, flat: long(13) }, 'flat: too_big'],
    [myHouseForm, { houseId: id, x: '' }, ': unrecognized_keys'],
    [pageQuery, { page: '0' }, 'page: too_small'],
    [pageQuery, { page: '10001' }, 'page: too_big'],
    [pageQuery, { page: '1.5' }, 'page: invalid_type'],
    [pageQuery, { x: '' }, ': unrecognized_keys'],
    [openDataQuery, { municipality: 'x' }, 'municipality: invalid_format'],
    [openDataQuery, { x: '' }, ': unrecognized_keys'],
    [changesQuery, { kind: 'x' }, 'kind: invalid_value'],
    [changesQuery, { municipality: '717010' }, 'municipality: invalid_format'],
    [changesQuery, { municipality: 'x71701' }, 'municipality: invalid_format'],
    [changesQuery, { from: '01.01.2026' }, 'from: invalid_format'],
    [changesQuery, { to: '2026-02-30' }, 'to: invalid_format'],
    [changesQuery, { page: '0' }, 'page: too_small'],
    [changesQuery, { page: '10001' }, 'page: too_big'],
    [changesQuery, { page: '1.5' }, 'page: invalid_type'],
    [changesQuery, { x: '' }, ': unrecognized_keys'],
    [importsQuery, { source: 'X' }, 'source: invalid_format'],
    [importsQuery, { state: 'x' }, 'state: invalid_value'],
    [importsQuery, { page: '0' }, 'page: too_small'],
    [importsQuery, { page: '10001' }, 'page: too_big'],
    [importsQuery, { x: '' }, ': unrecognized_keys'],
    [matchForm, { houseId: 'x', objectId: '5' }, 'houseId: invalid_format'],
    [matchForm, { houseId: id, objectId: '0' }, 'objectId: too_small'],
    [matchForm, { houseId: id, objectId: '1.5' }, 'objectId: invalid_type'],
    [matchForm, { houseId: id, objectId: '5', x: '' }, ': unrecognized_keys'],
    [orderExchangeForm, { operation: long(41) }, 'operation: too_big'],
    [orderExchangeForm, { operation: 'x', y: '' }, ': unrecognized_keys'],
    [importsForm, { connector: 'a' }, 'connector: invalid_format'],
    [importsForm, { connector: `a${'b'.repeat(40)}` }, 'connector: invalid_format'],
    [importsForm, { connector: 'a_b' }, 'connector: invalid_format'],
    [importsForm, { connector: 'ab!' }, 'connector: invalid_format'],
    [importsForm, { connector: '!ab' }, 'connector: invalid_format'],
    [importsForm, { connector: 'ab', x: '' }, ': unrecognized_keys'],
  ] as const)('refuse %#: %o', (schema, value, found) => {
    expect(faults(schema, value)).toEqual([found]);
  });

  it('fill what was left out and trim what was typed', () => {
    expect(changesQuery.parse({})).toEqual({ kind: '', page: 1 });
    expect(importsQuery.parse({})).toEqual({ page: 1 });
    expect(pageQuery.parse({})).toEqual({ page: 1 });
    expect(suggestQuery.parse({})).toEqual({ q: '' });
    expect(suggestQuery.parse({ q: ' мира ' })).toEqual({ q: 'мира' });
    expect(searchQuery.parse({ q: ' мира ' })).toEqual({ q: 'мира' });
    expect(myHouseForm.parse({ houseId: id, flat: ' 5 ' })).toEqual({ houseId: id, flat: '5' });
  });
});
