// Door of the queues.
import type { Context } from '../module/context.server.ts';

/** Asks the worker to run a job of this region soon. Coalesced, returns at once, harmless when the queue is away. */
export function hint(ctx: Context, jobId: string): void {
  ctx.hint(jobId);
}
