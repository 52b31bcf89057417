// Works a region's due rows: claim, run, write down; one row's fault is never another's.
import type { JobContext } from '../module/context.server.ts';
import { batchOf, claimDue, lockAgain, readyFor } from './claim.server.ts';
import { end, fail, finish, postpone } from './settle.server.ts';
import type {
  Claimed,
  Failure,
  HeldDefinition,
  LeasedDefinition,
  RunOptions,
  WorkDefinition,
  WorkReport,
  WorkRow,
} from './work-types.ts';

export const ABANDONED = 'the worker died while it ran';
const AT_ONCE = 4;

/** Many workers may run it at once: rows are shared out by the claim. */
export async function runWork<Row extends WorkRow>(
  work: WorkDefinition<Row>,
  ctx: JobContext,
  { signal = new AbortController().signal, turn = Number.POSITIVE_INFINITY }: RunOptions,
): Promise<WorkReport> {
  const ends = performance.now() + turn;
  const report: WorkReport = { done: 0, failed: 0, more: false };
  while (!signal.aborted) {
    const claim = { now: ctx.clock.now(), ready: readyFor(work, ctx), id: undefined, limit: undefined };
    const claimed = await claimDue(work, ctx.db, claim);
    const done = await workOff(work, ctx, await withTriesLeft(work, ctx, claimed), signal);
    report.done += done;
    report.failed += claimed.length - done;
    if (claimed.length < batchOf(work)) return report;
    if (performance.now() > ends) break;
  }
  return { ...report, more: true };
}

/** A row whose last allowed try ended with its worker is parked: nobody wrote a reason, so this one is written. */
async function withTriesLeft<Row extends WorkRow>(
  work: WorkDefinition<Row>,
  ctx: JobContext,
  rows: readonly Claimed<Row>[],
): Promise<Claimed<Row>[]> {
  for (const row of rows) {
    if (row.tries > work.retry.tries)
      await failed(work, ctx, row, { reason: row.last_error ?? ABANDONED, park: true, unspent: true });
  }
  return rows.filter((row) => row.tries <= work.retry.tries);
}

function workOff<Row extends WorkRow>(
  work: WorkDefinition<Row>,
  ctx: JobContext,
  rows: readonly Claimed<Row>[],
  signal: AbortSignal,
): Promise<number> {
  return work.hold === 'lease' ? workLeased(work, ctx, rows, signal) : workHeld(work, ctx, rows);
}

async function workLeased<Row extends WorkRow>(
  work: LeasedDefinition<Row>,
  ctx: JobContext,
  rows: readonly Claimed<Row>[],
  signal: AbortSignal,
): Promise<number> {
  const queue = [...rows];
  let done = 0;
  const lane = async () => {
    for (let row = queue.shift(); row !== undefined; row = queue.shift()) {
      if (await tried(work, ctx, row, () => runLeased(work, ctx, row, signal))) done += 1;
    }
  };
  await Promise.all(Array.from({ length: work.atOnce ?? AT_ONCE }, lane));
  return done;
}

async function runLeased<Row extends WorkRow>(
  work: LeasedDefinition<Row>,
  ctx: JobContext,
  row: Claimed<Row>,
  signal: AbortSignal,
): Promise<void> {
  if (!work.run) throw new Error(`${work.id} is run by its own driver`);
  await work.run(ctx, row, signal);
  await end(work, ctx.db, row, 'done', ctx.clock.now());
}

/** Fresh rows share a transaction; if it fails, and for rows tried before, each gets its own: they must not spoil fresh ones. */
async function workHeld<Row extends WorkRow>(
  work: HeldDefinition<Row>,
  ctx: JobContext,
  claimed: readonly Row[],
): Promise<number> {
  const rows = await withoutPutOff(work, ctx, claimed);
  const fresh = rows.filter((row) => row.tries === 1);
  const together = fresh.length > 1 ? await runHeld(work, ctx, fresh).catch(() => null) : null;
  let done = together ?? 0;
  for (const row of together === null ? rows : rows.filter((one) => one.tries !== 1)) {
    if (await tried(work, ctx, row, () => runHeld(work, ctx, [row]))) done += 1;
  }
  return done;
}

async function withoutPutOff<Row extends WorkRow>(
  work: HeldDefinition<Row>,
  ctx: JobContext,
  rows: readonly Row[],
): Promise<Row[]> {
  const left: Row[] = [];
  for (const row of rows) {
    const wait = work.putOff?.(ctx, row) ?? null;
    if (wait === null) left.push(row);
    else await postpone(work, ctx.db, row, new Date(ctx.clock.now().getTime() + wait));
  }
  return left;
}

/** Locks the rows, runs them, marks them done: all or nothing. */
function runHeld<Row extends WorkRow>(work: HeldDefinition<Row>, ctx: JobContext, rows: readonly Row[]): Promise<number> {
  return ctx.write(async (w, inside) => {
    const ours = await lockAgain(work, w.db, rows);
    if (ours.length === 0) return 0;
    if (!work.run) throw new Error(`${work.id} is run by its own driver`);
    await work.run(inside(), w, ours);
    await finish(work, w.db, ours, ctx.clock.now());
    return ours.length;
  });
}

async function tried<Row extends WorkRow>(
  work: WorkDefinition<Row>,
  ctx: JobContext,
  row: Row,
  run: () => Promise<unknown>,
): Promise<boolean> {
  try {
    return (await run()) !== 0;
  } catch (error) {
    const failure = work.judge?.(error, row, ctx.clock.now()) ?? {
      reason: error instanceof Error ? error.message : String(error),
    };
    ctx.log.warn({ work: work.id, row: row.id, tries: row.tries, park: failure.park === true, err: error }, 'work failed');
    await failed(work, ctx, row, failure);
    return false;
  }
}

async function failed<Row extends WorkRow>(
  work: WorkDefinition<Row>,
  ctx: JobContext,
  row: Row,
  failure: Failure,
): Promise<void> {
  const now = ctx.clock.now();
  if (!work.failed) {
    await fail(work, ctx.db, row, failure, now);
    return;
  }
  await ctx.write(async (w) => {
    await work.failed?.(ctx, w, row, await fail(work, w.db, row, failure, now));
  });
}
