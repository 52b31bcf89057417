// Closes answered complaints nobody confirmed or refuted in time, and drops drafts left for a month.
import { type Context, defineJob } from '@zhkh/kernel/module.server';
import { bySystem, record } from '../core/trail.server.ts';
import { after, sources } from '../domain/status.ts';

const DRAFT_LIFE = 30 * 86_400_000;
const BATCH = 500;

export const closeExpired = defineJob({
  id: 'complaints.close-expired',
  timeout: 5 * 60_000,
  attempts: 3,
  cron: '7 * * * *',
  run: async (ctx, signal) => {
    while (!signal.aborted && (await closeSome(ctx)) === BATCH);
    await dropOldDrafts(ctx);
  },
});

export async function closeSome(ctx: Context): Promise<number> {
  const now = ctx.clock.now();
  const from = sources('expire', 'system');
  return ctx.write(async (w) => {
    const due = w.db
      .selectFrom('complaint')
      .select('id')
      .where('react_until', '<=', now)
      .where('status', 'in', from)
      .limit(BATCH)
      .forUpdate()
      .skipLocked();
    const closed = await w.db
      .updateTable('complaint')
      .set({ status: after('answered', 'expire', 'system'), closed_at: now, react_until: null })
      .where('id', 'in', due)
      .returning('id')
      .execute();
    await record(w, ...closed.map(({ id }) => ({ complaintId: id, at: now, kind: 'expired' as const, who: bySystem })));
    return closed.length;
  });
}

async function dropOldDrafts(ctx: Context): Promise<void> {
  const before = new Date(ctx.clock.now().getTime() - DRAFT_LIFE);
  await ctx.write((w) => w.db.deleteFrom('complaint_draft').where('updated_at', '<', before).execute());
}
