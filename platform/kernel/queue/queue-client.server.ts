// The producing side of the queues: adds «go and look» jobs. Bounded in time: a queue that is away must not hold its caller.
import type { Queue } from 'bullmq';
import type { Logger } from 'pino';
import type { Config } from '../config/config.ts';
import { seal } from './envelope.server.ts';
import { connectQueues, type QueueName, queueNames } from './queues.server.ts';

export const DRAIN = 'platform.drain';

export interface QueueClient {
  queues: Record<QueueName, Queue>;
  /** One waiting job per region and kind; one more is kept while the first runs, so nothing told late is missed. */
  addHint(slug: string, jobId: string): Promise<void>;
  addRun(slug: string, jobId: string, due: Date, attempts: number): Promise<void>;
  close(): Promise<void>;
}

const ANSWER_MS = 1500;

async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('The queue did not answer in time')), ANSWER_MS);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

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
      const data = seal(config, { tenant: slug, job: jobId, due: null, input: {} });
      await inTime(queue.add(jobId, data, { deduplication: { id: `${slug}/${jobId}`, keepLastIfActive: true } }));
    },
    async addRun(slug, jobId, due, attempts) {
      const data = seal(config, { tenant: slug, job: jobId, due: due.toISOString(), input: {} });
      await inTime(queues.jobs.add(jobId, data, { attempts, deduplication: { id: `${slug}/${jobId}/${due.getTime()}` } }));
    },
    async close() {
      await Promise.allSettled(queueNames.map((name) => queues[name].close()));
      await connection.close();
    },
  };
}
