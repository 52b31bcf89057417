// The resident says it is not solved: reopens the complaint and starts both clocks anew, a few times.
import { conflict } from '@zhkh/kernel/errors';
import type { Context, Write } from '@zhkh/kernel/module.server';
import { localDateOf } from '@zhkh/kernel/time';
import { complaintRefuted } from '../contract.ts';
import { directory } from '@zhkh/directory';
import { routeTo, sendTo } from '../delivery/address.server.ts';
import { type ComplaintRow, changeComplaint, readComplaint, update } from '../core/change.server.ts';
import { type Clocks, clocksFor, noClocks, settingsOf } from '../core/clocks.server.ts';
import { handOver, type Move, planMove } from '../delivery/hand-over.server.ts';
import { managerNow } from '../delivery/house-manager.server.ts';
import { reference } from '../core/reference.server.ts';
import { refutedFollows } from '../domain/follow.ts';
import { after, type Status } from '../domain/status.ts';
import { record, type TrailEntry, whoIs } from '../core/trail.server.ts';
import type { ComplaintsSettings } from '../settings.ts';

const DAY = 86_400_000;

export async function refuteOutcome(ctx: Context, input: { complaintId: string; reason: string }): Promise<void> {
  const seen = await readComplaint(ctx, input.complaintId, 'complaints.react');
  const [who, settings] = await Promise.all([whoIs(ctx), settingsOf(ctx)]);
  const [clocks, move] = await Promise.all([newClocks(ctx, seen), moveToToday(ctx, seen, settings)]);
  const route = move ? null : await routeAgain(ctx, seen);
  await changeComplaint(
    ctx,
    { complaintId: input.complaintId, can: 'complaints.react', step: 'refute', by: 'resident' },
    async (w, row, to, now) => {
      mayReopen(row, settings, now);
      const opened = await reopen(w, row, to, clocks, now);
      const sent = route ? await sendTo(w, ctx.tenant.hosts[0] ?? ctx.tenant.slug, route, opened, now) : [];
      const dates = { answerDueBefore: row.answer_due_at, answerDueAfter: clocks.answer_due_at, normId: clocks.answer_norm_id };
      const refuted: TrailEntry = {
        complaintId: row.id,
        at: now,
        kind: 'refuted',
        who,
        detail: { reason: input.reason },
        ...dates,
      };
      await record(w, refuted, ...sent);
      if (move) await handOver(ctx, w, opened, move);
      await w.emit(complaintRefuted, { complaintId: row.id, houseId: row.house_id, companyId: row.company_id });
    },
  );
  ctx.hint('complaints.deliver');
}

function mayReopen(row: ComplaintRow, settings: ComplaintsSettings, now: Date): void {
  if (row.refuted_count >= settings.maxRefutations)
    throw conflict('complaints.refuted-enough', { params: { max: settings.maxRefutations } });
  const reopenable = row.closed_at === null || now.getTime() < row.closed_at.getTime() + settings.reopenDays * DAY;
  if (!reopenable) throw conflict('complaints.too-late-to-reopen', { params: { days: settings.reopenDays } });
}

async function reopen(w: Write, row: ComplaintRow, to: Status, clocks: Clocks, now: Date): Promise<ComplaintRow> {
  const changed = {
    ...clocks,
    clock_started_at: now,
    answer_started_at: null,
    answer_stopped_at: null,
    repair_stopped_at: null,
    opened_at: null,
    status: row.addressee === 'company' ? to : after(row.status, 'reopen', 'resident'),
    round: row.round + 1,
    refuted_count: row.refuted_count + 1,
    react_until: null,
    closed_at: null,
  };
  await update(w, row.id, changed);
  return { ...row, ...changed };
}

/** The house changed its company after the answer: the company of today has to act, not the one that left. */
async function moveToToday(ctx: Context, row: ComplaintRow, settings: ComplaintsSettings): Promise<Move | null> {
  if (row.addressee !== 'company' || !row.house_id || !refutedFollows(row.category_code, settings)) return null;
  const manager = await managerNow(ctx, row.house_id);
  if ((manager?.companyId ?? null) === row.company_id) return null;
  return planMove(ctx, row, manager, manager?.since ?? isoDay(ctx, row));
}

const isoDay = (ctx: Context, row: ComplaintRow) => localDateOf(ctx.clock.now(), row.time_zone);

async function newClocks(ctx: Context, row: ComplaintRow): Promise<Clocks> {
  const category = (await reference(ctx)).category(row.category_code);
  if (!category || row.addressee !== 'company') return noClocks;
  return clocksFor(ctx, category, ctx.clock.now(), row.time_zone);
}

async function routeAgain(ctx: Context, row: ComplaintRow) {
  if (row.addressee !== 'company' || !row.company_id) return null;
  const company = await ctx.service(directory).company(row.company_id);
  return routeTo(
    ctx,
    { companyId: row.company_id, companyName: row.company_name, email: company?.email ?? null },
    row.priority,
    row.time_zone,
  );
}
