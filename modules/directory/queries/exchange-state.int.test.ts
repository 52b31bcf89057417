// Where the exchange stands: what is ordered, waits, failed and was imported, an operation a row.
import { newId } from '@zhkh/kernel/db.server';
import { asOperator, leakProbe, twoRegions } from '@zhkh/tools/testing';
import { expect } from 'vitest';
import { orderExchange } from '../commands/order-exchange.server.ts';
import { operations } from '../connectors/gis-exchange/operations/index.server.ts';
import type { ExchangeRequestTable } from '../db-exchange.ts';
import { makeImport } from '../testing/facts.ts';
import { it as ground, type Place } from '../testing/it.ts';
import { exchangeState } from './exchange-state.server.ts';

const it = ground.extend('regions', { scope: 'file' }, async ({ modules }, { onCleanup }) => {
  const regions = await twoRegions(modules, { connections: { tyumen: { 'gis-exchange': {} } } });
  onCleanup(() => regions.close());
  return regions;
});

async function request({ system }: Place, operation: string, state: ExchangeRequestTable['state'], answered: Date | null = null) {
  const row = { id: newId(), operation, round: newId(), position: 1, content: '{}', about: {}, state };
  await system.write((w) =>
    w.db
      .insertInto('exchange_request')
      .values({ ...row, answered_at: answered, created_at: system.clock.now() })
      .execute(),
  );
}

const rowOf = async (ctx: Place['system'], operation: string) =>
  (await exchangeState(ctx)).rows.find((row) => row.operation === operation);

it('right: every operation in its order; what is ordered, under way, failed, answered and imported', async ({
  regions,
  here,
}) => {
  for (const state of ['planned', 'asked', 'failed'] as const) await request(here, 'tariffs', state);
  await request(here, 'tariffs', 'done', regions.clock.now());
  await orderExchange(await asOperator(regions, 'tyumen'), 'tariffs');
  const importId = await makeImport(here.system, { connector: 'gis-tariffs', file: 'answers', day: '2026-03-01' });
  const { connected, rows } = await exchangeState(here.system);
  expect(connected).toBe(true);
  expect(rows.map((row) => row.operation)).toEqual(operations.map((one) => one.id));
  expect(rows.find((row) => row.operation === 'tariffs')).toMatchObject({
    connector: 'gis-tariffs',
    ordered: true,
    waiting: 2,
    failed: 1,
    lastAnswer: regions.clock.now().toISOString(),
    importId,
    importState: 'done',
  });
});

it('refused: requests and imports of another operation do not count for this one', async ({ here }) => {
  await request(here, 'licences', 'failed');
  await makeImport(here.system, { connector: 'licences', file: 'licences.csv', day: '2026-03-01' });
  const untouched = { ordered: false, waiting: 0, failed: 0, lastAnswer: null, importId: null, importState: null };
  expect(await rowOf(here.system, 'houses')).toMatchObject(untouched);
  expect(await rowOf(here.system, 'licences')).toMatchObject({ ...untouched, failed: 1 });
});

it('other region: its exchange is its own; without a connection it stands still', async ({ regions, here, there }) => {
  await request(here, 'contracts', 'asked');
  await orderExchange(await asOperator(regions, 'tyumen'), 'contracts');
  expect(await rowOf(here.system, 'contracts')).toMatchObject({ ordered: true, waiting: 1 });
  expect((await exchangeState(there.system)).connected).toBe(false);
  expect(await rowOf(there.system, 'contracts')).toMatchObject({ ordered: false, waiting: 0 });
  await leakProbe(regions, exchangeState);
});
