// The resident says it is not solved: the complaint opens again and both clocks start anew, a limited number of times.
import { conflict } from '@zhkh/platform/errors';
import type { Context } from '@zhkh/platform/module.server';
import { complaintRefuted } from '../contract.ts';
import { directory } from '@zhkh/directory';
import { routeTo, sendTo } from '../core/address.server.ts';
import { type ComplaintRow, changeComplaint, readComplaint, update } from '../core/change.server.ts';
import { type Clocks, clocksFor, noClocks, settingsOf } from '../core/clocks.server.ts';
import { reference } from '../core/reference.server.ts';
import { after } from '../domain/status.ts';
import { record, whoIs } from '../core/trail.server.ts';

const DAY = 86_400_000;

export async function refuteOutcome(ctx: Context, input: { complaintId: string; reason: string }): Promise<void> {
  const seen = await readComplaint(ctx, input.complaintId, 'complaints.react');
  const [who, settings, clocks, route] = await Promise.all([
    whoIs(ctx),
    settingsOf(ctx),
    newClocks(ctx, seen),
    routeAgain(ctx, seen),
  ]);
  await changeComplaint(
    ctx,
    { complaintId: input.complaintId, can: 'complaints.react', step: 'refute', by: 'resident' },
    async (w, row, to, now) => {
      if (row.refuted_count >= settings.maxRefutations)
        throw conflict('complaints.refuted-enough', { params: { max: settings.maxRefutations } });
      const reopenable = row.closed_at === null || now.getTime() < row.closed_at.getTime() + settings.reopenDays * DAY;
      if (!reopenable) throw conflict('complaints.too-late-to-reopen', { params: { days: settings.reopenDays } });
      const round = row.round + 1;
      const restart = { clock_started_at: now, answer_stopped_at: null, repair_stopped_at: null, opened_at: null, ...clocks };
      const status = row.addressee === 'company' ? to : after(row.status, 'reopen', 'resident');
      await update(w, row.id, {
        ...restart,
        status,
        round,
        refuted_count: row.refuted_count + 1,
        react_until: null,
        closed_at: null,
      });
      const sent = route ? await sendTo(w, ctx.tenant.hosts[0] ?? ctx.tenant.slug, route, { id: row.id, round }, now) : [];
      const dates = { answerDueBefore: row.answer_due_at, answerDueAfter: clocks.answer_due_at, normId: clocks.answer_norm_id };
      await record(
        w,
        { complaintId: row.id, at: now, kind: 'refuted', who, detail: { reason: input.reason }, ...dates },
        ...sent,
      );
      await w.emit(complaintRefuted, { complaintId: row.id, houseId: row.house_id, companyId: row.company_id });
    },
  );
  ctx.hint('complaints.deliver');
}

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
