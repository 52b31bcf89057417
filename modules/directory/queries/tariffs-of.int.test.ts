// Tariffs that hold for a house on a day, and the ones that follow.
import { newId } from '@zhkh/kernel/db.server';
import type { Context } from '@zhkh/kernel/module.server';
import { expect } from 'vitest';
import type { TariffTable } from '../db-registers.ts';
import { makeCompany, makeHouse } from '../testing/factories.ts';
import { makeFact, SOURCE } from '../testing/imported-facts.ts';
import { it } from '../testing/it.ts';
import { tariffsOf } from './tariffs-of.server.ts';

/** A price in force since New Year in the municipality of `prefix`. */
function price(ctx: Context, prefix: string, facts: Partial<TariffTable> = {}): Promise<string> {
  return makeFact(ctx, 'tariff', {
    resource: 'Отопление',
    consumer_group: 'population',
    kind: 'preferential',
    oktmo: [prefix],
    oktmo_prefixes: [prefix],
    unit: 'Гкал',
    price: 19_123_400,
    date_from: '2026-01-01',
    date_to: null,
    act_number: '402/01-21',
    act_date: '2025-12-16',
    act_body: 'РЭК',
    status: 'Published',
    ...facts,
  });
}

const idsOf = async (ctx: Context, houseId: string, at?: Date) => {
  const { now, next } = await tariffsOf(ctx, houseId, at);
  return { now: now.map((one) => one.id), next: next.map((one) => one.id) };
};

it('right: now, and the nearest period after it, with decision and source', async ({ here }) => {
  const house = await makeHouse(here.system, { oktmo: '71810000' });
  const now = await price(here.system, '71810', { date_to: '2026-06-30', org_name: 'Теплосеть', price_with_vat: 22_948_080 });
  const next = await price(here.system, '71810', { date_from: '2026-07-01', date_to: '2026-12-31', org_name: 'Теплосеть' });
  await price(here.system, '71810', { date_from: '2027-01-01', org_name: 'Теплосеть' });
  expect(await idsOf(here.resident, house)).toEqual({ now: [now], next: [next] });
  expect((await tariffsOf(here.resident, house)).now[0]).toMatchObject({
    resource: 'Отопление',
    kind: 'preferential',
    consumerGroup: 'population',
    unit: 'Гкал',
    price: 19_123_400,
    priceWithVat: 22_948_080,
    from: '2026-01-01',
    to: '2026-06-30',
    act: { number: '402/01-21', date: '2025-12-16', body: 'РЭК', title: null, url: null },
    organisation: 'Теплосеть',
    source: SOURCE,
  });
});

it('right: the day begins at midnight where the house stands', async ({ here }) => {
  const house = await makeHouse(here.system, { oktmo: '71811000' });
  const old = await price(here.system, '71811', { date_to: '2026-06-30' });
  const fresh = await price(here.system, '71811', { date_from: '2026-07-01' });
  const at = async (moment: string) => idsOf(here.resident, house, new Date(moment));
  expect(await at('2026-06-30T18:59:00Z')).toEqual({ now: [old], next: [fresh] });
  expect(await at('2026-06-30T19:01:00Z')).toEqual({ now: [fresh], next: [] });
});

it('right: of the company that manages the house, and of suppliers that manage nothing', async ({ here }) => {
  const companyId = await makeCompany(here.system, { inn: '7203900010' });
  await makeCompany(here.system, { inn: '7203900027' });
  const house = await makeHouse(here.system, { oktmo: '71812000', companyId });
  const own = await price(here.system, '71812', { resource: 'Вода', org_inn: '7203900010' });
  const supplier = await price(here.system, '71812', { resource: 'Газ', org_inn: '7203900034' });
  await price(here.system, '71812', { resource: 'Свет', org_inn: '7203900027' });
  expect(await idsOf(here.resident, house)).toEqual({ now: [own, supplier], next: [] });
});

it('refused: no cancelled price, none that ended, none of another territory or of another manager', async ({ here }) => {
  const house = await makeHouse(here.system, { oktmo: '71813000' });
  await makeCompany(here.system, { inn: '7203900041' });
  await price(here.system, '71813', { status: 'Canceled' });
  await price(here.system, '71813', { date_from: '2025-01-01', date_to: '2026-03-01' });
  await price(here.system, '71814');
  await price(here.system, '71813', { org_inn: '7203900041' });
  expect(await idsOf(here.official, house)).toEqual({ now: [], next: [] });
  expect(await idsOf(here.official, newId())).toEqual({ now: [], next: [] });
});

it('other region: its prices stay there, its houses have none here', async ({ here, there }) => {
  const [mine, theirs] = [
    await makeHouse(here.system, { oktmo: '71815000' }),
    await makeHouse(there.system, { oktmo: '71815000' }),
  ];
  const tariff = await price(there.system, '71815');
  expect(await idsOf(there.resident, theirs)).toEqual({ now: [tariff], next: [] });
  expect(await idsOf(here.resident, mine)).toEqual({ now: [], next: [] });
  expect(await idsOf(here.resident, theirs)).toEqual({ now: [], next: [] });
});
