// The authority's week: numbers against the week before, overdue companies, answers in time by weeks.
import type { Context } from '@zhkh/kernel/module.server';
import { sql } from 'kysely';
import { inTerritory } from '@zhkh/kernel/http.server';
import { addDays, instantAt, localDateOf, weekdayOf } from '@zhkh/kernel/time';
import { settingsOf } from '../core/clocks.server.ts';
import { overdue } from '../views/overdue.server.ts';
import { overseen } from '../views/overseen.server.ts';
import { reference } from '../core/reference.server.ts';
import { sets } from '../domain/status.ts';

export interface Overview {
  from: string;
  to: string;
  overdueNow: number;
  overdueWeekAgo: number;
  answers: { inTime: number; all: number };
  answersBefore: { inTime: number; all: number };
  filed: number;
  topGroup: { name: string; share: number } | null;
  confirmed: number;
  checked: number;
  goal: number;
  undelivered: number;
  queue: number;
  companies: { id: string; name: string; late: number; share: number }[];
  weeks: { monday: string; share: number | null }[];
}

const WEEKS = 10;
const WEEK = 7 * 86_400_000;

export async function authorityOverview(ctx: Context): Promise<Overview> {
  const now = ctx.clock.now();
  const zone = ctx.tenant.timeZone;
  const today = localDateOf(now, zone);
  const from = instantAt(addDays(today, -6), zone);
  const before = new Date(from.getTime() - WEEK);
  const [late, lateBefore, answers, answersBefore, filed, checked, companies, weeks, waiting, settings] = await Promise.all([
    countOverdue(ctx, now),
    countOverdueThen(ctx, new Date(now.getTime() - WEEK)),
    answersIn(ctx, from, now),
    answersIn(ctx, before, from),
    filedSince(ctx, from),
    checkedSince(ctx, from),
    mostOverdue(ctx, now),
    weeklyShare(ctx, now),
    waitingCounts(ctx),
    settingsOf(ctx),
  ]);
  return {
    from: from.toISOString(),
    to: now.toISOString(),
    overdueNow: late,
    overdueWeekAgo: lateBefore,
    answers,
    answersBefore,
    ...filed,
    ...checked,
    ...waiting,
    goal: settings.onTimeGoal,
    companies,
    weeks,
  };
}

async function countOverdue(ctx: Context, now: Date): Promise<number> {
  const row = await overseen(ctx)
    .where(overdue(now))
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return row.n;
}

/** What was overdue at an earlier moment, as far as the rows still tell: the clock stopped after it, or still runs. */
async function countOverdueThen(ctx: Context, then: Date): Promise<number> {
  const row = await overseen(ctx)
    .where('clock_started_at', '<=', then)
    .where((eb) =>
      eb.or([
        eb.and([
          eb('answer_due_at', '<=', then),
          eb.or([eb('answer_stopped_at', 'is', null), eb('answer_stopped_at', '>', then)]),
        ]),
        eb.and([
          eb('repair_due_at', '<=', then),
          eb.or([eb('repair_stopped_at', 'is', null), eb('repair_stopped_at', '>', then)]),
        ]),
      ]),
    )
    .where((eb) => eb.or([eb('closed_at', 'is', null), eb('closed_at', '>', then)]))
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return row.n;
}

function answered(ctx: Context) {
  return ctx.db
    .selectFrom('complaint_answer')
    .innerJoin('complaint', 'complaint.id', 'complaint_answer.complaint_id')
    .where(inTerritory(ctx, 'complaints.oversee', 'complaint'))
    .where('complaint_answer.in_time', 'is not', null);
}

async function answersIn(ctx: Context, from: Date, to: Date): Promise<{ inTime: number; all: number }> {
  return answered(ctx)
    .where('complaint_answer.at', '>=', from)
    .where('complaint_answer.at', '<', to)
    .select((eb) => [
      eb.fn.countAll<number>().as('all'),
      eb.fn.countAll<number>().filterWhere('complaint_answer.in_time', '=', true).as('inTime'),
    ])
    .executeTakeFirstOrThrow();
}

async function filedSince(ctx: Context, from: Date): Promise<Pick<Overview, 'filed' | 'topGroup'>> {
  const [rows, known] = await Promise.all([
    overseen(ctx)
      .where('filed_at', '>=', from)
      .select((eb) => ['category_code', eb.fn.countAll<number>().as('n')])
      .groupBy('category_code')
      .execute(),
    reference(ctx),
  ]);
  const filed = rows.reduce((sum, row) => sum + row.n, 0);
  const groups = new Map<string, number>();
  for (const row of rows) {
    const name = known.category(row.category_code)?.groupName ?? '';
    groups.set(name, (groups.get(name) ?? 0) + row.n);
  }
  const top = [...groups].sort((a, b) => b[1] - a[1])[0];
  return { filed, topGroup: top && top[0] ? { name: top[0], share: top[1] / filed } : null };
}

async function checkedSince(ctx: Context, from: Date): Promise<Pick<Overview, 'confirmed' | 'checked'>> {
  const row = await ctx.db
    .selectFrom('complaint_event')
    .innerJoin('complaint', 'complaint.id', 'complaint_event.complaint_id')
    .where(inTerritory(ctx, 'complaints.oversee', 'complaint'))
    .where('complaint_event.at', '>=', from)
    .where('complaint_event.kind', 'in', ['confirmed', 'refuted'])
    .select((eb) => [
      eb.fn.countAll<number>().as('checked'),
      eb.fn.countAll<number>().filterWhere('complaint_event.kind', '=', 'confirmed').as('confirmed'),
    ])
    .executeTakeFirstOrThrow();
  return row;
}

async function mostOverdue(ctx: Context, now: Date): Promise<Overview['companies']> {
  const rows = await overseen(ctx)
    .where('company_id', 'is not', null)
    .where('complaint.status', 'in', [...sets.open])
    .select((eb) => [
      'company_id',
      eb.fn.max('company_name').as('name'),
      eb.fn.countAll<number>().as('open'),
      eb.fn.countAll<number>().filterWhere(overdue(now)).as('late'),
    ])
    .groupBy('company_id')
    .orderBy('late', 'desc')
    .limit(6)
    .execute();
  return rows
    .filter((row) => row.late > 0)
    .map((row) => ({ id: row.company_id ?? '', name: row.name, late: row.late, share: row.late / row.open }));
}

async function weeklyShare(ctx: Context, now: Date): Promise<Overview['weeks']> {
  const zone = ctx.tenant.timeZone;
  const today = localDateOf(now, zone);
  const monday = addDays(today, -((weekdayOf(today) + 6) % 7));
  const first = addDays(monday, -7 * (WEEKS - 1));
  const week = sql<string>`to_char(date_trunc('week', complaint_answer.at at time zone ${sql.lit(zone)}), 'YYYY-MM-DD')`;
  const rows = await answered(ctx)
    .where('complaint_answer.at', '>=', instantAt(first, zone))
    .select((eb) => [
      week.as('monday'),
      eb.fn.countAll<number>().as('all'),
      eb.fn.countAll<number>().filterWhere('complaint_answer.in_time', '=', true).as('good'),
    ])
    .groupBy(sql`1`)
    .execute();
  const byWeek = new Map(rows.map((row) => [row.monday, row.good / row.all]));
  return Array.from({ length: WEEKS }, (_, index) => addDays(first, 7 * index)).map((day) => ({
    monday: day,
    share: byWeek.get(day) ?? null,
  }));
}

async function waitingCounts(ctx: Context): Promise<Pick<Overview, 'undelivered' | 'queue'>> {
  const [calls, queue] = await Promise.all([
    ctx.db
      .selectFrom('complaint_delivery')
      .innerJoin('complaint', 'complaint.id', 'complaint_delivery.complaint_id')
      .where(inTerritory(ctx, 'complaints.oversee', 'complaint'))
      .where('complaint_delivery.channel', '=', 'call')
      .where('complaint_delivery.state', '=', 'waiting')
      .where('complaint.status', 'in', [...sets.company])
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow(),
    overseen(ctx)
      .where('complaint.status', 'in', [...sets.authority])
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow(),
  ]);
  return { undelivered: calls.n, queue: queue.n };
}
