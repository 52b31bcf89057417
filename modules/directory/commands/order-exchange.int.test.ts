// An operator orders an operation of the exchange: one order an operation, where the region has a connection.
import { auditEntries } from '@zhkh/kernel/audit.server';
import { asOfficial, asOperator, twoRegions } from '@zhkh/tools/testing';
import { expect } from 'vitest';
import { accountOf, DAY, it as ground, type Place } from '../testing/it.ts';
import { orderExchange } from './order-exchange.server.ts';

const it = ground.extend('regions', { scope: 'file' }, async ({ modules }, { onCleanup }) => {
  const regions = await twoRegions(modules, { connections: { tyumen: { 'gis-exchange': {} } } });
  onCleanup(() => regions.close());
  return regions;
});

const ordersOf = ({ system }: Place) => system.db.selectFrom('exchange_order').selectAll().orderBy('operation').execute();

it('right: the order stands once, with who gave it last, and is in the audit', async ({ regions, here }) => {
  const admin = await asOfficial(regions, 'tyumen', { admin: true });
  await orderExchange(await asOperator(regions, 'tyumen'), 'tariffs');
  regions.clock.advance(DAY);
  await orderExchange(admin, 'tariffs');
  const order = { operation: 'tariffs', ordered_at: regions.clock.now(), ordered_by: accountOf(admin) };
  expect(await ordersOf(here)).toEqual([order]);
  const audit = await auditEntries(here.system.db, 'directory.exchange');
  expect(audit.map((one) => [one.subjectType, one.subjectId])).toEqual([
    ['exchange', 'tariffs'],
    ['exchange', 'tariffs'],
  ]);
});

it('refused: an operation that is none; only those who import may', async ({ regions, here }) => {
  const operator = await asOperator(regions, 'tyumen');
  const may = (ctx: typeof here.official) => ctx.ability.can('directory.import', 'import_run');
  expect([operator, here.official, here.employee, here.resident].map(may)).toEqual([true, false, false, false]);
  const before = await ordersOf(here);
  await expect(orderExchange(operator, 'weather')).rejects.toMatchObject({
    kind: 'invalid',
    code: 'directory.unknown-operation',
  });
  expect(await ordersOf(here)).toEqual(before);
});

it('other region: without a connection of its own nothing is ordered there', async ({ regions, here, there }) => {
  const operator = await asOperator(regions, 'omsk');
  await expect(orderExchange(operator, 'houses')).rejects.toMatchObject({ kind: 'unavailable', code: 'directory.exchange-off' });
  await orderExchange(await asOperator(regions, 'tyumen'), 'houses');
  expect((await ordersOf(here)).map((one) => one.operation)).toContain('houses');
  expect(await ordersOf(there)).toEqual([]);
});
