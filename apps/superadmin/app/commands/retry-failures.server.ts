// Puts parked work back into its queue with its tries forgotten, or takes it out for good.
// The region keeps a record too.
import { notFound } from '@zhkh/kernel/errors';
import type { ControlContext } from '@zhkh/kernel/http.server';
import type { Work } from '@zhkh/kernel/module.server';
import { type FailureFilter, parkedFailures } from '../queries/parked-failures.server.ts';
import { regionWorks, worksOfKind } from '../queries/region-works.server.ts';
import { noteAction } from './note-action.server.ts';

export interface FailureId {
  region: string;
  kind: string;
  id: string;
}

export async function retryFailure(control: ControlContext, failure: FailureId): Promise<void> {
  const work = workOf(failure.kind);
  const ctx = await control.region(failure.region);
  await ctx.write(async (w) => {
    if ((await work.retry(w.db, failure.id, ctx.clock.now())) === 0) throw notFound();
    await w.audit('failure.retried', { type: failure.kind, id: failure.id });
  });
  // The worker would find the work by its sweep; this only spares the wait.
  ctx.hint(work.definition.id);
  await noteAction(control, { action: 'failure.retried', subject: `${failure.kind} ${failure.id}`, region: failure.region });
}

/** Everything the filter shows, region by region; answers how many went back to work. */
export async function retryAll(control: ControlContext, filter: FailureFilter): Promise<number> {
  const { regions } = await parkedFailures(control, filter, 1, 1);
  let count = 0;
  for (const { slug } of regions.filter((region) => !filter.region || region.slug === filter.region)) {
    count += await retryRegion(control, slug, filter.kind);
  }
  return count;
}

async function retryRegion(control: ControlContext, slug: string, kind: string | undefined): Promise<number> {
  const ctx = await control.region(slug);
  const works = worksOfKind(kind);
  const released = await ctx.write(async (w) => {
    let sum = 0;
    for (const work of works) sum += await work.retry(w.db, null, ctx.clock.now());
    if (sum > 0) await w.audit('failure.retried-all', { type: 'failure', id: slug }, { count: sum });
    return sum;
  });
  if (released === 0) return 0;
  const detail = { count: released };
  await noteAction(control, { action: 'failure.retried-all', subject: kind ?? 'all', region: slug, detail });
  for (const work of works) ctx.hint(work.definition.id);
  return released;
}

export async function discardFailure(control: ControlContext, failure: FailureId): Promise<void> {
  const work = workOf(failure.kind);
  const ctx = await control.region(failure.region);
  await ctx.write(async (w) => {
    if ((await work.discard(w.db, failure.id, ctx.clock.now())) === 0) throw notFound();
    await w.audit('failure.discarded', { type: failure.kind, id: failure.id });
  });
  await noteAction(control, { action: 'failure.discarded', subject: `${failure.kind} ${failure.id}`, region: failure.region });
}

function workOf(kind: string): Work {
  const work = regionWorks.find(({ definition }) => definition.id === kind);
  if (!work) throw notFound();
  return work;
}
