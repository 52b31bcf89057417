// Puts parked work back into its queue with its tries forgotten, or takes it out for good. The region keeps a record too.
import { notFound } from '@zhkh/kernel/errors';
import type { ControlContext } from '@zhkh/kernel/http.server';
import type { Context, Write } from '@zhkh/kernel/module.server';
import { type FailureKind, failureKinds, parkedFailures } from '../queries/parked-failures.server.ts';
import { noteAction } from './note-action.server.ts';

export interface FailureId {
  region: string;
  kind: FailureKind;
  id: string;
}

export async function retryFailure(control: ControlContext, failure: FailureId): Promise<void> {
  const ctx = await control.region(failure.region);
  await ctx.write(async (w) => {
    if ((await move(ctx, w, RELEASE, failure.kind, failure.id)) === 0) throw notFound();
    await w.audit('failure.retried', { type: failure.kind, id: failure.id });
  });
  wake(ctx);
  await noteAction(control, { action: 'failure.retried', subject: `${failure.kind} ${failure.id}`, region: failure.region });
}

/** Everything the filter shows, region by region; answers how many went back to work. */
export async function retryAll(control: ControlContext, filter: { region?: string; kind?: FailureKind }): Promise<number> {
  const { regions } = await parkedFailures(control, filter, 1, 1);
  let count = 0;
  for (const { slug } of regions.filter((region) => !filter.region || region.slug === filter.region)) {
    const ctx = await control.region(slug);
    const kinds = failureKinds.filter((kind) => !filter.kind || kind === filter.kind);
    const released = await ctx.write(async (w) => {
      let sum = 0;
      for (const kind of kinds) sum += await move(ctx, w, RELEASE, kind, null);
      if (sum > 0) await w.audit('failure.retried-all', { type: 'failure', id: slug }, { count: sum });
      return sum;
    });
    if (released > 0)
      await noteAction(control, {
        action: 'failure.retried-all',
        subject: filter.kind ?? 'all',
        region: slug,
        detail: { count: released },
      });
    if (released > 0) wake(ctx);
    count += released;
  }
  return count;
}

export async function discardFailure(control: ControlContext, failure: FailureId): Promise<void> {
  const ctx = await control.region(failure.region);
  await ctx.write(async (w) => {
    if ((await move(ctx, w, DISCARD, failure.kind, failure.id)) === 0) throw notFound();
    await w.audit('failure.discarded', { type: failure.kind, id: failure.id });
  });
  await noteAction(control, { action: 'failure.discarded', subject: `${failure.kind} ${failure.id}`, region: failure.region });
}

/** The worker would find the work by its sweep; this only spares the wait. */
function wake(ctx: Context): void {
  ctx.hint('platform.drain');
  ctx.hint('platform.send-messages');
}

type Move = Record<FailureKind, (w: Write, now: Date) => Moved>;
type Moved = {
  where(column: 'state' | 'id', op: '=', value: string): Moved;
  executeTakeFirst(): Promise<{ numUpdatedRows: bigint }>;
};

const RELEASE: Move = {
  event: (w, now) => w.db.updateTable('event_delivery').set({ state: 'waiting', tries: 0, next_try_at: now }) as unknown as Moved,
  message: (w, now) =>
    w.db.updateTable('outgoing_message').set({ state: 'retry', tries: 0, next_try_at: now }) as unknown as Moved,
  job: (w) => w.db.updateTable('job_run').set({ state: 'failed', tries: 0 }) as unknown as Moved,
};

const DISCARD: Move = {
  event: (w, now) => w.db.updateTable('event_delivery').set({ state: 'discarded', done_at: now }) as unknown as Moved,
  message: (w) => w.db.updateTable('outgoing_message').set({ state: 'discarded' }) as unknown as Moved,
  job: (w, now) => w.db.updateTable('job_run').set({ state: 'discarded', finished_at: now }) as unknown as Moved,
};

async function move(ctx: Context, w: Write, to: Move, kind: FailureKind, id: string | null): Promise<number> {
  const parked = to[kind](w, ctx.clock.now()).where('state', '=', 'parked');
  const done = await (id === null ? parked : parked.where('id', '=', id)).executeTakeFirst();
  return Number(done.numUpdatedRows);
}
