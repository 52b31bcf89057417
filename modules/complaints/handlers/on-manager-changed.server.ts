// Moves open complaints of a house to its new company by the region's rule, and tells their authors.
import { managerChanged } from '@zhkh/directory';
import { type Context, defineHandler, type Write } from '@zhkh/kernel/module.server';
import { sql } from 'kysely';
import type { ComplaintRow } from '../core/change.server.ts';
import { settingsOf } from '../core/clocks.server.ts';
import { handOver, type NewManager, planMove } from '../delivery/hand-over.server.ts';
import { managerNow } from '../delivery/house-manager.server.ts';
import { tellOfMove } from '../core/tell-resident.server.ts';
import { bySystem, record } from '../core/trail.server.ts';
import { fateOf } from '../domain/follow.ts';

interface Change {
  houseId: string;
  fromCompanyId: string | null;
  on: string;
}

/**
 * Events may come late, twice or out of order, so the target is the company of this moment and not the one the event names:
 * a change that was turned back moves nothing, and of two changes in a row the first one already goes all the way.
 */
export const onManagerChanged = defineHandler({
  id: 'complaints.on-manager-changed',
  event: managerChanged,
  run: async (ctx, w, { houseId, fromCompanyId, on }) => {
    const manager = await managerNow(ctx, houseId);
    if (fromCompanyId === (manager?.companyId ?? null)) return;
    await follow(ctx, w, { houseId, fromCompanyId, on: manager?.since ?? on }, manager);
    ctx.hint('complaints.deliver');
  },
});

async function follow(ctx: Context, w: Write, change: Change, to: NewManager | null): Promise<void> {
  const settings = await settingsOf(ctx);
  const moved: ComplaintRow[] = [];
  for (const row of await openOf(w, change)) {
    const fate = fateOf(row, settings);
    if (fate === 'stays') await recordStay(ctx, w, row, to, change.on);
    if (fate !== 'follows') continue;
    await handOver(ctx, w, row, await planMove(ctx, row, to, change.on));
    moved.push(row);
  }
  for (const rows of Map.groupBy(moved, (row) => row.author_id).values()) await tellOfMove(ctx, w, rows, to);
}

/** Locked in one order, so that two changes of a house wait for each other. */
function openOf(w: Write, { houseId, fromCompanyId }: Change): Promise<ComplaintRow[]> {
  return w.db
    .selectFrom('complaint')
    .selectAll()
    .where('house_id', '=', houseId)
    .where('company_id', fromCompanyId === null ? 'is' : '=', fromCompanyId)
    .where('closed_at', 'is', null)
    .orderBy('id')
    .forUpdate()
    .execute();
}

/** Said once, however often the event comes. */
async function recordStay(ctx: Context, w: Write, row: ComplaintRow, to: NewManager | null, on: string): Promise<void> {
  const detail = { company: row.company_name, to: to?.companyName ?? '', on };
  const said = await w.db
    .selectFrom('complaint_event')
    .select('id')
    .where('complaint_id', '=', row.id)
    .where('kind', '=', 'house-left')
    .where(sql<boolean>`detail ->> 'to' = ${detail.to} and detail ->> 'on' = ${on}`)
    .executeTakeFirst();
  if (!said) await record(w, { complaintId: row.id, at: ctx.clock.now(), kind: 'house-left', who: bySystem, detail });
}
