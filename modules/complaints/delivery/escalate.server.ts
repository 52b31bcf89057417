// Delivered but not opened by the promised hour: a call is asked for.
import type { Context } from '@zhkh/kernel/module.server';
import { sets } from '../domain/status.ts';
import { askToCall } from './letter-outcome.server.ts';

export async function escalateUnopened(ctx: Context): Promise<void> {
  const now = ctx.clock.now();
  await ctx.write(async (w) => {
    const late = await w.db
      .selectFrom('complaint_delivery as d')
      .innerJoin('complaint as c', 'c.id', 'd.complaint_id')
      .select(['d.id', 'd.complaint_id', 'd.round', 'd.company_id', 'c.opened_at', 'c.status', 'c.round as current'])
      .where('d.escalate_at', '<=', now)
      .where('d.opened_at', 'is', null)
      .orderBy('d.escalate_at')
      .limit(200)
      .forUpdate('d')
      .skipLocked()
      .execute();
    if (late.length === 0) return;
    await w.db
      .updateTable('complaint_delivery')
      .set({ escalate_at: null })
      .where(
        'id',
        'in',
        late.map((row) => row.id),
      )
      .execute();
    for (const row of late) {
      const waits =
        row.opened_at === null && row.round === row.current && (sets.company as readonly string[]).includes(row.status);
      if (waits)
        await askToCall(w, { complaintId: row.complaint_id, round: row.round, companyId: row.company_id }, now, 'unopened');
    }
  });
}
