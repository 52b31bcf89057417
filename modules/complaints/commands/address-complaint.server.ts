// An official finds the house of a complaint from the queue; its manager gets it and both clocks start.
import { directory } from '@zhkh/directory';
import { invalid } from '@zhkh/kernel/errors';
import type { Context } from '@zhkh/kernel/module.server';
import { routeTo, sendTo } from '../delivery/address.server.ts';
import { changeComplaint, readComplaint, update } from '../core/change.server.ts';
import { clocksFor } from '../core/clocks.server.ts';
import { reference } from '../core/reference.server.ts';
import { record, whoIs } from '../core/trail.server.ts';
import { after } from '../domain/status.ts';

/** Throws `invalid` on the field `house` when nobody manages it: the complaint stays in the queue. */
export async function addressComplaint(ctx: Context, input: { complaintId: string; house: string }): Promise<void> {
  const seen = await readComplaint(ctx, input.complaintId, 'complaints.resolve');
  const houses = ctx.service(directory);
  const [who, house, manager] = await Promise.all([whoIs(ctx), houses.house(input.house), houses.managerOf(input.house)]);
  if (!house) throw invalid('complaints.house', { fields: { house: { key: 'complaints:errors.house' } } });
  if (!manager) throw invalid('complaints.unmanaged', { fields: { house: { key: 'complaints:errors.unmanaged' } } });
  const now = ctx.clock.now();
  const category = (await reference(ctx)).category(seen.category_code);
  const addressee = { companyId: manager.companyId, companyName: manager.shortName, email: manager.email };
  const route = await routeTo(ctx, addressee, seen.priority, house.timeZone);
  const clocks = await clocksFor(ctx, category ?? { answerNorm: null, repairNorm: null }, now, house.timeZone);
  await changeComplaint(
    ctx,
    { complaintId: seen.id, can: 'complaints.resolve', step: 'address', by: 'authority' },
    async (w, row, to) => {
      const round = row.round + 1;
      await update(w, row.id, {
        ...clocks,
        status: route.hasCabinet ? after(to, 'deliver', 'system') : to,
        round,
        addressee: 'company',
        company_id: manager.companyId,
        company_name: manager.shortName,
        house_id: house.id,
        address: house.address,
        municipality: house.oktmo?.slice(0, 5) ?? null,
        oktmo: house.oktmo,
        time_zone: house.timeZone,
        clock_started_at: now,
        answer_started_at: null,
        answer_stopped_at: null,
        repair_stopped_at: null,
        opened_at: null,
        search_text: `${row.title} ${house.address} ${row.body}`.toLowerCase().replaceAll('ё', 'е'),
      });
      const sent = await sendTo(w, ctx.tenant.hosts[0] ?? ctx.tenant.slug, route, { id: row.id, round }, now);
      const dates = { answerDueAfter: clocks.answer_due_at, normId: clocks.answer_norm_id };
      await record(
        w,
        { complaintId: row.id, at: now, kind: 'addressed', who, detail: { company: manager.shortName }, ...dates },
        ...sent,
      );
    },
  );
  ctx.hint('complaints.deliver');
}
