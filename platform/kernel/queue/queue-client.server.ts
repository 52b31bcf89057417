// The producing side of the queues: adds «go and look» jobs. Bounded in time: a queue that is away must not hold its caller.
import type { Queue } from 'bullmq';
import pTimeout from 'p-timeout';
import type { Logger } from 'pino';
import type { Config } from '../config/config.ts';
import { seal } from './envelope.server.ts';
import { connectQueues, type QueueName, queueNames } from './queues.server.ts';

export const DRAIN = 'platform.drain';

export interface QueueClient {
  queues: Record<QueueName, Queue>;
  /** One waiting job per region and kind; one more is kept while the first runs, so nothing told late is missed. */
  addHint(slug: string, jobId: string): Promise<void>;
  close(): Promise<void>;
}

const ANSWER_MS = 1500;

const inTime = <T>(work: Promise<T>): Promise<T> =>
  pTimeout(work, { milliseconds: ANSWER_MS, message: 'The queue did not answer in time' });

export function createQueueClient(config: Config, log: Logger, max = 2): QueueClient {
  const connection = connectQueues(config, max, log);
  const open = (name: QueueName) => {
    const queue = connection.queue(name);
    queue.on('error', (error) => log.debug({ err: error }, 'queue'));
    return queue;
  };
  const queues = Object.fromEntries(queueNames.map((name) => [name, open(name)])) as Record<QueueName, Queue>;
  return {
    queues,
    async addHint(slug, jobId) {
      const queue = jobId === DRAIN ? queues.drain : queues.jobs;
      const data = seal(config, { tenant: slug, job: jobId });
      await inTime(queue.add(jobId, data, { deduplication: { id: `${slug}/${jobId}`, keepLastIfActive: true } }));
    },
    async close() {
      await Promise.allSettled(queueNames.map((name) => queues[name].close()));
      await connection.close();
    },
  };
}
