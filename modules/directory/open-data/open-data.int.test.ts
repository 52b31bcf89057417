// The published sets over a real server: whole, valid, cached, cut to a municipality, of one region only, without people.
import type { Endpoint, EndpointResponse } from '@zhkh/kernel/http.server';
import type { Context } from '@zhkh/kernel/module.server';
import { anonymousIn, leakProbe, systemIn, type TwoRegions, twoRegions } from '@zhkh/tools/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import imports from '@zhkh/imports/module';
import directory from '../module.server.ts';
import { makeCompany, makeHouse } from '../testing/factories.ts';
import { fieldsOfSet, type SetName } from '../domain/open-data.ts';
import { openDataEndpoints } from './endpoints.server.ts';
import { openRows } from './rows.server.ts';

let regions: TwoRegions;
let ctx: Context;
let placed: string;
let company: string;
beforeAll(async () => {
  regions = await twoRegions([imports, directory]);
  const system = await systemIn(regions, 'tyumen');
  company = await makeCompany(system, { shortName: 'УК «Точка, "и" запятая»' });
  placed = await makeHouse(system, { companyId: company, point: { lat: 57.15, lon: 65.53 } });
  await makeHouse(system, { companyId: company, oktmo: '71710000' });
  await makeHouse(system, { address: 'обл. Тюменская, г. Тюмень, ул. =СУММ(1), д. 1' });
  ctx = await anonymousIn(regions, 'tyumen');
});
afterAll(() => regions.close());

const endpoint = (path: string): Endpoint => {
  const found = openDataEndpoints.find((one) => one.path === path);
  if (!found) throw new Error(path);
  return found;
};
const ask = (path: string, query: object = {}, headers: Record<string, string> = {}): Promise<EndpointResponse> =>
  endpoint(path).run({
    ctx,
    request: { method: 'GET', path, headers: new Headers(headers), query, body: new Uint8Array() } as never,
  });
const textOf = async ({ body }: EndpointResponse): Promise<string> => {
  if (typeof body === 'string') return body;
  let text = '';
  for await (const piece of body as AsyncIterable<string>) text += piece;
  return text;
};
const parsed = async (path: string, query: object = {}) => JSON.parse(await textOf(await ask(path, query)));

describe('houses', () => {
  it('are given as JSON with every field of the passport and no other', async () => {
    const { set, items } = await parsed('/open-data/houses.json');
    expect([set, items.length]).toEqual(['houses', 3]);
    const names = fieldsOfSet.houses.map((field) => field.name);
    for (const item of items) expect(Object.keys(item).sort()).toEqual([...names].sort());
    expect(items.find((item: { id: string }) => item.id === placed)).toMatchObject({
      lat: 57.15,
      lon: 65.53,
      company_name: 'УК «Точка, "и" запятая»',
      company_since: '2020-01-01',
    });
  });

  it('are given as CSV a strict reader understands, with nothing a spreadsheet would run', async () => {
    const text = await textOf(await ask('/open-data/houses.csv'));
    expect(text.startsWith('\uFEFFid,gis_guid,fias_guid,address')).toBe(true);
    expect(text).toContain('"УК «Точка, ""и"" запятая»"');
    expect(text.split('\r\n')).toHaveLength(5);
    expect(text).not.toMatch(/(^|,)=/m);
  });

  it('are given as GeoJSON by RFC 7946: longitude first, only what has a place', async () => {
    const collection = await parsed('/open-data/houses.geojson');
    expect(collection.type).toBe('FeatureCollection');
    expect(collection.features).toHaveLength(1);
    expect(collection.features[0]).toMatchObject({
      type: 'Feature',
      id: placed,
      geometry: { type: 'Point', coordinates: [65.53, 57.15] },
    });
    expect(collection.crs).toBeUndefined();
  });

  it('can be cut to a municipality or a settlement', async () => {
    const count = async (municipality: string) => (await parsed('/open-data/houses.json', { municipality })).items.length;
    expect([await count('71701'), await count('71710'), await count('71710000'), await count('99999')]).toEqual([2, 1, 1, 0]);
  });
});

it('companies stand where their houses are, without people’s contacts', async () => {
  const { items } = await parsed('/open-data/companies.json');
  expect(items).toHaveLength(1);
  expect(items[0]).toMatchObject({ houses: 2, short_name: 'УК «Точка, "и" запятая»' });
  expect(Object.keys(items[0])).not.toContain('email');
  expect(Object.keys(items[0])).not.toContain('phone');
  const { features } = await parsed('/open-data/companies.geojson');
  expect(features[0].geometry).toEqual({ type: 'MultiPoint', coordinates: [[65.53, 57.15]] });
  expect((await parsed('/open-data/companies.json', { municipality: '71710' })).items[0].houses).toBe(1);
});

it('answers 304 until something changes', async () => {
  const first = await ask('/open-data/houses.csv');
  const tag = first.headers?.ETag ?? '';
  const again = async (headers: Record<string, string>) => (await ask('/open-data/houses.csv', {}, headers)).status;
  expect(await again({ 'if-none-match': tag })).toBe(304);
  expect(await again({ 'if-modified-since': first.headers?.['Last-Modified'] ?? '' })).toBe(304);
  expect(await again({ 'if-none-match': '"other"', 'if-modified-since': first.headers?.['Last-Modified'] ?? '' })).toBe(200);
  regions.clock.advance(1000);
  await makeHouse(await systemIn(regions, 'tyumen'));
  expect(await again({ 'if-none-match': tag })).toBe(200);
});

it('tells what each field means in a passport for machines and one for the state portal', async () => {
  const passport = await parsed('/open-data/houses/passport.json');
  expect(passport.fields).toEqual(fieldsOfSet.houses);
  expect(passport.distributions.map((one: { format: string }) => one.format)).toEqual(['csv', 'json', 'geojson']);
  expect(await textOf(await ask('/open-data/houses/passport.csv'))).toMatch(/^\uFEFFproperty,value\r\nstandardversion,/);
  expect(await textOf(await ask('/open-data/companies/structure.csv'))).toContain('ogrn,ОГРН или ОГРНИП,string');
});

it('never reads a row of another region', async () => {
  for (const set of ['houses', 'companies'] satisfies SetName[])
    await leakProbe(regions, async (inside) => {
      const rows = [];
      for await (const batch of openRows(inside, { set, placed: false })) rows.push(...batch);
      return rows;
    });
});
