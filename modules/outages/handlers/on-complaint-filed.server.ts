// Notes a complaint beside the outage that explains it: the company sees how many people wrote.
import { complaintFiled } from '@zhkh/complaints';
import { defineHandler } from '@zhkh/kernel/module.server';
import { explains } from '../domain/services.ts';

export const onComplaintFiled = defineHandler({
  id: 'outages.on-complaint-filed',
  event: complaintFiled,
  async run(ctx, w, { complaintId, houseId, categoryCode }) {
    if (!houseId) return;
    const now = ctx.clock.now();
    const open = await w.db
      .selectFrom('outage')
      .innerJoin('outage_house', 'outage_house.outage_id', 'outage.id')
      .select(['outage.id', 'outage.services'])
      .where('outage_house.house_id', '=', houseId)
      .where('outage.state', '=', 'announced')
      .where('outage.starts_at', '<=', now)
      .execute();
    const rows = open
      .filter((one) => explains(one.services, categoryCode))
      .map((one) => ({ complaint_id: complaintId, outage_id: one.id, filed_at: now }));
    if (rows.length === 0) return;
    await w.db
      .insertInto('outage_complaint')
      .values(rows)
      .onConflict((oc) => oc.doNothing())
      .execute();
  },
});
