// Everything that ran out of tries, over all regions: events, letters and SMS, jobs. Newest first.
import type { ControlContext } from '@zhkh/kernel/http.server';
import type { Context } from '@zhkh/kernel/module.server';
import { sql } from 'kysely';
import { dayAndMinute } from '../domain/times.ts';
import { askRegion } from './ask-region.server.ts';

export const failureKinds = ['event', 'message', 'job'] as const;
export type FailureKind = (typeof failureKinds)[number];

export interface Failure {
  region: string;
  regionName: string;
  kind: FailureKind;
  id: string;
  what: string;
  reason: string;
  tries: number;
  at: string;
}

export interface FailuresPage {
  items: Failure[];
  total: number;
  /** Names of regions that did not answer: their failures are missing from the list, and the page says so. */
  silent: string[];
  regions: { slug: string; name: string }[];
}

interface Found {
  kind: FailureKind;
  id: string;
  what: string;
  reason: string | null;
  tries: number;
  at: Date;
}

export async function parkedFailures(
  control: ControlContext,
  filter: { region?: string; kind?: FailureKind },
  page: number,
  pageSize: number,
): Promise<FailuresPage> {
  const regions = await regionsOf(control);
  const asked = regions.filter((region) => !filter.region || region.slug === filter.region);
  const answers = await Promise.all(
    asked.map(async (region) => ({
      region,
      found: await askRegion(control, region.slug, (ctx) => lookup(ctx, filter.kind, page * pageSize)),
    })),
  );
  const all = answers
    .flatMap(({ region, found }) => (found?.rows ?? []).map((row) => ({ region, row })))
    .sort((a, b) => b.row.at.getTime() - a.row.at.getTime());
  return {
    items: all.slice((page - 1) * pageSize, page * pageSize).map(({ region, row }) => ({
      ...row,
      region: region.slug,
      regionName: region.name,
      reason: row.reason ?? '',
      at: dayAndMinute(row.at, control.locale),
    })),
    total: answers.reduce((sum, answer) => sum + (answer.found?.total ?? 0), 0),
    silent: answers.filter((answer) => answer.found === null).map((answer) => answer.region.name),
    regions,
  };
}

async function regionsOf(control: ControlContext): Promise<{ slug: string; name: string }[]> {
  const rows = await control.db
    .selectFrom('tenant')
    .select(['slug', 'name', 'name_en'])
    .where('state', 'in', ['active', 'suspended'])
    .orderBy('name')
    .execute();
  return rows.map((row) => ({ slug: row.slug, name: control.locale === 'en' ? row.name_en : row.name }));
}

async function lookup(ctx: Context, kind: FailureKind | undefined, limit: number): Promise<{ rows: Found[]; total: number }> {
  const kinds = failureKinds.filter((one) => !kind || one === kind);
  const parts = await Promise.all(kinds.map((one) => READ[one](ctx, limit)));
  const counts = await Promise.all(kinds.map((one) => countParked(ctx, TABLE[one])));
  return { rows: parts.flat(), total: counts.reduce((sum, n) => sum + n, 0) };
}

export const TABLE = { event: 'event_delivery', message: 'outgoing_message', job: 'job_run' } as const;

async function countParked(ctx: Context, table: (typeof TABLE)[FailureKind]): Promise<number> {
  const row = await ctx.db
    .selectFrom(table)
    .select(sql<number>`count(*)`.as('n'))
    .where('state', '=', 'parked')
    .executeTakeFirstOrThrow();
  return row.n;
}

const READ: Record<FailureKind, (ctx: Context, limit: number) => Promise<Found[]>> = {
  async event(ctx, limit) {
    const rows = await ctx.db
      .selectFrom('event_delivery')
      .select(['id', 'event', 'handler', 'last_error', 'tries', 'next_try_at'])
      .where('state', '=', 'parked')
      .orderBy('next_try_at', 'desc')
      .limit(limit)
      .execute();
    return rows.map((row) => ({
      kind: 'event',
      id: row.id,
      what: `${row.event} → ${row.handler}`,
      reason: row.last_error,
      tries: row.tries,
      at: row.next_try_at,
    }));
  },
  async message(ctx, limit) {
    const rows = await ctx.db
      .selectFrom('outgoing_message')
      .select(['id', 'purpose', 'last_error', 'tries', 'next_try_at'])
      .where('state', '=', 'parked')
      .orderBy('next_try_at', 'desc')
      .limit(limit)
      .execute();
    return rows.map((row) => ({
      kind: 'message',
      id: row.id,
      what: row.purpose,
      reason: row.last_error,
      tries: row.tries,
      at: row.next_try_at,
    }));
  },
  async job(ctx, limit) {
    const rows = await ctx.db
      .selectFrom('job_run')
      .select(['id', 'job', 'last_error', 'tries', 'started_at'])
      .where('state', '=', 'parked')
      .orderBy('started_at', 'desc')
      .limit(limit)
      .execute();
    return rows.map((row) => ({
      kind: 'job',
      id: row.id,
      what: row.job,
      reason: row.last_error,
      tries: row.tries,
      at: row.started_at,
    }));
  },
};
