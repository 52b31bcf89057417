// Delivers a region's events: a handler runs in the transaction that marks its row done, so its effect happens once.
import { sql } from 'kysely';
import { system } from '../module/actor.ts';
import { newId } from '../db/ids.ts';
import { insideWrite } from '../db/write-guard.server.ts';
import type { TenantTransaction } from '../module/context.server.ts';
import { createContext } from '../runtime/create-context.server.ts';
import type { Runtime } from '../runtime/runtime.server.ts';
import { openWrite } from '../runtime/write.server.ts';
import type { Tenant } from '../tenancy/tenant.ts';
import { type ClaimedRow, claimDue, parkAbandoned } from './claim.server.ts';
import { MAX_TRIES, nextTryAfter } from './event-retry-plan.ts';

export interface DrainReport {
  done: number;
  failed: number;
  /** Due rows may be left: the region's turn ended so that others get theirs. */
  more: boolean;
}

const BATCH = 25;
/** One turn of a region; then the next region's. */
const TURN_MS = 2000;
const OFF_MS = 600_000;

class Poison extends Error {
  readonly row: ClaimedRow;

  constructor(row: ClaimedRow, cause: unknown) {
    super((cause as Error)?.message ?? String(cause), { cause });
    this.row = row;
  }
}

interface Scope {
  runtime: Runtime;
  tenant: Tenant;
  modules: ReadonlySet<string>;
}

/** Runs the handlers of some rows in one open transaction. `ctx.db` of a handler is that transaction. */
async function handleRows(
  { runtime, tenant, modules }: Scope,
  tx: TenantTransaction,
  rows: readonly ClaimedRow[],
): Promise<boolean> {
  let woke = false;
  const wake = () => {
    woke = true;
  };
  for (const row of rows) {
    const known = runtime.registry.handler(row.handler);
    if (!known) throw new Poison(row, new Error(`no module here has the handler ${row.handler}`));
    const ctx = createContext(runtime, { tenant, actor: system, db: tx, modules, locale: 'ru', requestId: newId() });
    const open = openWrite(ctx, { registry: runtime.registry, notifier: (_, db) => runtime.notifierFor(tenant, db, wake) }, tx);
    try {
      await known.handler.run(ctx, open.w, known.handler.event.schema.parse(row.payload));
      await open.finish();
    } catch (error) {
      throw new Poison(row, error);
    }
    if (open.told()) runtime.hints.add(tenant.slug, 'platform.drain');
  }
  return woke;
}

/** Locks the rows, runs them, marks them done: all or nothing. Rows another worker took over meanwhile are left out. */
async function deliver(scope: Scope, rows: readonly ClaimedRow[]): Promise<number> {
  const { runtime, tenant } = scope;
  const byId = new Map(rows.map((row) => [row.id, row]));
  const { count, woke } = await runtime
    .dbOf(tenant)
    .transaction()
    .execute((tx) =>
      insideWrite(tenant.role, async () => {
        const held = await tx
          .selectFrom('event_delivery')
          .select(['id', 'tries'])
          .where('id', 'in', [...byId.keys()])
          .where('state', '=', 'waiting')
          .orderBy('id')
          // Waits: another worker's claim may hold a row for a moment, and a row left out here would wait for its lease.
          .forUpdate()
          .execute();
        const ours = held.flatMap(({ id, tries }) => (byId.get(id)?.tries === tries ? [byId.get(id) as ClaimedRow] : []));
        if (ours.length === 0) return { count: 0, woke: false };
        const sent = await handleRows(scope, tx, ours);
        const ids = ours.map((row) => row.id);
        const done = { state: 'done' as const, done_at: runtime.clock.now(), last_error: null };
        await tx.updateTable('event_delivery').set(done).where('id', 'in', ids).execute();
        return { count: ours.length, woke: sent };
      }),
    );
  if (woke) runtime.hints.add(tenant.slug, 'platform.send-messages');
  return count;
}

async function recordFailure({ runtime, tenant }: Scope, row: ClaimedRow, error: Error): Promise<void> {
  const now = runtime.clock.now();
  const parked = row.tries >= MAX_TRIES;
  runtime.log.warn({ tenant: tenant.slug, handler: row.handler, tries: row.tries, parked, err: error }, 'event handler failed');
  await runtime
    .dbOf(tenant)
    .updateTable('event_delivery')
    .set({
      state: parked ? 'parked' : 'waiting',
      last_error: error.message.slice(0, 500),
      next_try_at: new Date(now.getTime() + nextTryAfter(row.tries)),
    })
    .where('id', '=', row.id)
    .where('state', '=', 'waiting')
    .where('tries', '=', row.tries)
    .execute();
}

async function deliverAlone(scope: Scope, row: ClaimedRow): Promise<boolean> {
  try {
    return (await deliver(scope, [row])) > 0;
  } catch (error) {
    await recordFailure(scope, row, error as Error);
    return false;
  }
}

/** A module that is off keeps its events: they wait, no try is counted. */
async function putOff({ runtime, tenant }: Scope, rows: readonly ClaimedRow[]): Promise<void> {
  if (rows.length === 0) return;
  const until = new Date(runtime.clock.now().getTime() + OFF_MS);
  await runtime
    .dbOf(tenant)
    .updateTable('event_delivery')
    .set({ next_try_at: until, tries: sql<number>`tries - 1` })
    .where(
      'id',
      'in',
      rows.map((row) => row.id),
    )
    .where('state', '=', 'waiting')
    .execute();
}

async function deliverBatch(scope: Scope, claimed: readonly ClaimedRow[]): Promise<number> {
  const isOff = (row: ClaimedRow) => {
    const owner = scope.runtime.registry.handler(row.handler)?.module;
    return owner !== undefined && !scope.modules.has(owner);
  };
  await putOff(scope, claimed.filter(isOff));
  const rows = claimed.filter((row) => !isOff(row));
  const fresh = rows.filter((row) => row.tries === 1);
  const together = fresh.length > 1 ? await deliver(scope, fresh).catch(() => null) : null;
  if (together !== null && fresh.length === rows.length) return together;
  let done = together ?? 0;
  for (const row of rows) {
    if (together !== null && row.tries === 1) continue;
    if (await deliverAlone(scope, row)) done += 1;
  }
  return done;
}

/** One turn of one region. Many workers may run it at once: rows are shared out by SKIP LOCKED. */
export async function drainRegion(runtime: Runtime, tenant: Tenant, signal?: AbortSignal): Promise<DrainReport> {
  const db = runtime.dbOf(tenant);
  const modules = await runtime.flags.modulesOf(tenant.id);
  const ends = performance.now() + TURN_MS;
  const report: DrainReport = { done: 0, failed: 0, more: false };
  for (;;) {
    const claimed = await claimDue(db, runtime.clock.now(), BATCH);
    if (claimed.length > 0) {
      const done = await deliverBatch({ runtime, tenant, modules }, claimed);
      report.done += done;
      report.failed += claimed.length - done;
    }
    if (claimed.length < BATCH) break;
    if (signal?.aborted || performance.now() > ends) {
      report.more = true;
      break;
    }
  }
  await parkAbandoned(db, runtime.clock.now());
  return report;
}
