// Every work: a row that failed for good stands on the page, goes back to work, or is discarded.
import { newId } from '@zhkh/kernel/db.server';
import type { JobContext, Work } from '@zhkh/kernel/module.server';
import { systemIn, type TwoRegions, twoRegions } from '@zhkh/tools/testing';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { installed } from '../../../../modules/installed.server.ts';
import { parkedFailures } from '../queries/parked-failures.server.ts';
import { regionWorks } from '../queries/region-works.server.ts';
import { controlOf } from '../testing/control-of.server.ts';
import { discardFailure, retryFailure } from './retry-failures.server.ts';

const REASON = 'проверочная причина';
let regions: TwoRegions;
let ctx: JobContext;

beforeAll(async () => {
  regions = await twoRegions(installed);
  ctx = await systemIn(regions, 'tyumen');
  for (const module of installed) await module.seed?.(ctx, { size: 'small' });
  await plantKernelRows();
  await plantTelling();
}, 300_000);
afterAll(() => regions.close());

async function plantKernelRows(): Promise<void> {
  const now = ctx.clock.now();
  await ctx.write(async (w) => {
    const event = { event: 'x.done@1', handler: 'x.on-done', payload: '{}', next_try_at: now, created_at: now };
    await w.db
      .insertInto('event_delivery')
      .values({ id: newId(), state: 'waiting', ...event })
      .execute();
    const run = { job: 'x.work', input: '{}', next_try_at: now, started_at: now, heartbeat_at: now };
    await w.db
      .insertInto('job_run')
      .values({ id: newId(), state: 'waiting', ...run })
      .execute();
    await w.notify.letter({ key: 'x', to: 'x@uk.example', subject: '', text: '', purpose: 'x.letter' });
  });
}

/** The demo has subscribers, but nothing that was told to them. */
async function plantTelling(): Promise<void> {
  await sql`insert into outage_telling (outage_id, account_id, state, next_try_at)
    select outage.id, reader.account_id, 'waiting', ${ctx.clock.now()} from outage, outage_reader reader limit 1
    on conflict do nothing`.execute(ctx.db);
}

/** Lets one row of the work come due and fail for good, as a worker would find it. */
async function failOne({ definition, claim, fail }: Work): Promise<string> {
  const { table, where = sql<boolean>`true` } = definition;
  const { rows } = await sql<{ id: string }>`select id from ${sql.table(table)} where ${where} limit 1`.execute(ctx.db);
  const id = rows[0]?.id ?? '';
  expect(id, `${definition.id} has a row to fail`).not.toBe('');
  const ended = definition.ended ? sql`, ${sql.id(definition.ended)} = null` : sql``;
  const sent = table === 'outgoing_message' ? sql`, sent_at = null` : sql``;
  await sql`update ${sql.table(table)} set state = 'waiting', tries = 2, next_try_at = ${ctx.clock.now()} ${ended} ${sent}
    where id = ${id}`.execute(ctx.db);
  const [row] = await claim(ctx, { id });
  if (!row) throw new Error(`${definition.id}: the row could not be claimed`);
  expect(await fail(ctx.db, row, { reason: REASON, park: true }, ctx.clock.now())).toMatchObject({ state: 'parked' });
  return id;
}

const stateOf = async ({ definition }: Work, id: string) =>
  (await sql<{ state: string }>`select state from ${sql.table(definition.table)} where id = ${id}`.execute(ctx.db)).rows[0]
    ?.state;

it.each(regionWorks.map((work) => [work.definition.id, work] as const))('%s', async (kind, work) => {
  const control = controlOf(regions);
  const shown = async () => (await parkedFailures(control, { region: 'tyumen', kind }, 1, 20)).items;

  const id = await failOne(work);
  expect(await shown()).toMatchObject([{ id, kind, reason: REASON, tries: 3 }]);
  const [line] = await shown();
  expect(line?.kindName).not.toBe(work.definition.title);
  expect(line?.what).not.toBe('');

  await expect(retryFailure(control, { region: 'omsk', kind, id })).rejects.toMatchObject({ kind: 'notFound' });
  await retryFailure(control, { region: 'tyumen', kind, id });
  expect(await shown()).toEqual([]);
  expect(await stateOf(work, id)).toBe('waiting');

  const again = await failOne(work);
  await discardFailure(control, { region: 'tyumen', kind, id: again });
  expect(await shown()).toEqual([]);
  expect(await stateOf(work, again)).toBe('discarded');
  expect((await work.counts(ctx.db)).discarded).toBeGreaterThan(0);
});
