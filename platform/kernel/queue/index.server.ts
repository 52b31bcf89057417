// Door of the queue's producing side: hints and the client that adds them.
import type { Context } from '../module/context.server.ts';

export { nextAt } from './cron.ts';
export { createQueueClient, type QueueClient } from './queue-client.server.ts';
export { type QueueName, queueNames } from './queues.server.ts';

/** Asks the worker to run a job of this region soon. Coalesced, returns at once, harmless when the queue is away. */
export function hint(ctx: Context, jobId: string): void {
  ctx.hint(jobId);
}
