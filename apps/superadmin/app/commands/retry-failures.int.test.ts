// Parked work of two regions: seen together, moved one by one, each in its own region only.
import { newId } from '@zhkh/kernel/db.server';
import { type TwoRegions, twoRegions } from '@zhkh/tools/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { installed } from '../../../../modules/installed.server.ts';
import { parkedFailures } from '../queries/parked-failures.server.ts';
import { regionsOverview } from '../queries/regions-overview.server.ts';
import { controlOf } from '../testing/control-of.server.ts';
import { discardFailure, retryAll, retryFailure } from './retry-failures.server.ts';

let regions: TwoRegions;

beforeAll(async () => {
  regions = await twoRegions(installed);
});

afterAll(() => regions.close());

beforeEach(async () => {
  for (const slug of ['tyumen', 'omsk'] as const) {
    const ctx = await controlOf(regions).region(slug);
    await ctx.write((w) => w.db.deleteFrom('event_delivery').execute());
    await ctx.write((w) => w.db.deleteFrom('job_run').execute());
  }
});

async function park(slug: 'tyumen' | 'omsk'): Promise<{ event: string; job: string }> {
  const ctx = await controlOf(regions).region(slug);
  const [event, job] = [newId(), newId()];
  const now = ctx.clock.now();
  await ctx.write(async (w) => {
    const waits = { next_try_at: now, created_at: now, tries: 8, last_error: `причина ${slug}` };
    await w.db
      .insertInto('event_delivery')
      .values({ id: event, event: 'x.done@1', handler: 'x.on-done', payload: '{}', state: 'parked', ...waits })
      .execute();
    const run = {
      next_try_at: now,
      started_at: now,
      heartbeat_at: now,
      finished_at: now,
      tries: 3,
      last_error: 'причина задания',
    };
    await w.db
      .insertInto('job_run')
      .values({ id: job, job: 'x.work', input: '{}', state: 'parked', ...run })
      .execute();
  });
  return { event, job };
}

const stateOf = async (slug: 'tyumen' | 'omsk', id: string) =>
  (
    await (
      await controlOf(regions).region(slug)
    ).db
      .selectFrom('event_delivery')
      .select('state')
      .where('id', '=', id)
      .executeTakeFirst()
  )?.state;

describe('parked failures', () => {
  it('are seen over all regions, by region and by kind', async () => {
    await park('tyumen');
    await park('omsk');
    const control = controlOf(regions);
    expect((await parkedFailures(control, {}, 1, 20)).total).toBe(4);
    const omsk = await parkedFailures(control, { region: 'omsk', kind: 'platform.drain' }, 1, 20);
    expect(omsk.items).toMatchObject([{ region: 'omsk', kind: 'platform.drain', reason: 'причина omsk', tries: 8 }]);
    expect((await parkedFailures(control, {}, 2, 3)).items).toHaveLength(1);
  });

  it('go back to work in their own region, with a line in the journal', async () => {
    const { event } = await park('tyumen');
    await park('omsk');
    await retryFailure(controlOf(regions), { region: 'tyumen', kind: 'platform.drain', id: event });
    expect(await stateOf('tyumen', event)).toBe('waiting');
    await expect(retryFailure(controlOf(regions), { region: 'omsk', kind: 'platform.drain', id: event })).rejects.toMatchObject({
      kind: 'notFound',
    });
    const noted = await regions.runtime.control
      .selectFrom('operator_audit')
      .select(['action', 'region'])
      .where('subject', '=', `platform.drain ${event}`)
      .execute();
    expect(noted).toEqual([{ action: 'failure.retried', region: 'tyumen' }]);
  });

  it('all go back at once, only those of the filter', async () => {
    await park('tyumen');
    await park('omsk');
    expect(await retryAll(controlOf(regions), { region: 'tyumen' })).toBe(2);
    expect((await parkedFailures(controlOf(regions), {}, 1, 20)).total).toBe(2);
  });

  it('are discarded once', async () => {
    const { event } = await park('omsk');
    await discardFailure(controlOf(regions), { region: 'omsk', kind: 'platform.drain', id: event });
    expect(await stateOf('omsk', event)).toBe('discarded');
    await expect(discardFailure(controlOf(regions), { region: 'omsk', kind: 'platform.drain', id: event })).rejects.toMatchObject(
      {
        kind: 'notFound',
      },
    );
  });

  it('call the operator on the page of regions', async () => {
    await park('omsk');
    const { rows, attention, total } = await regionsOverview(controlOf(regions), '');
    expect(total).toBe(2);
    expect(rows.map((row) => row.status)).toEqual(['working', 'working']);
    expect(attention).toMatchObject([{ kind: 'parked', slug: 'omsk', count: 2 }]);
    expect((await regionsOverview(controlOf(regions), 'ОМСК')).rows.map((row) => row.slug)).toEqual(['omsk']);
  });
});
