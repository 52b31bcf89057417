// How many jobs stand in each queue, by state. Null when the queue does not answer: the page says that nothing is lost.
import type { Config } from '@zhkh/kernel/config.server';
import type { ControlContext } from '@zhkh/kernel/http.server';
import { createQueueClient, type QueueClient, queueNames } from '@zhkh/kernel/queue.server';
import pTimeout from 'p-timeout';

export interface QueueFigures {
  name: string;
  waiting: number;
  active: number;
  delayed: number;
  failed: number;
  completed: number;
}

const LIMIT_MS = 3000;
/** Two connections of the queue's login, kept for the life of the process. */
let client: QueueClient | null = null;

export async function queueCounts(control: ControlContext, config: Config): Promise<QueueFigures[] | null> {
  client ??= createQueueClient(config, control.log);
  const { queues } = client;
  const asked = Promise.all(queueNames.map((name) => figuresOf(name, queues[name])));
  try {
    return await pTimeout(asked, { milliseconds: LIMIT_MS, message: 'The queues did not answer in time' });
  } catch (error) {
    control.log.warn({ err: error }, 'queues did not answer');
    return null;
  }
}

async function figuresOf(name: string, queue: QueueClient['queues']['drain']): Promise<QueueFigures> {
  const counts = await queue.getJobCounts('waiting', 'active', 'delayed', 'failed', 'completed');
  const of = (state: string) => counts[state] ?? 0;
  return {
    name,
    waiting: of('waiting'),
    active: of('active'),
    delayed: of('delayed'),
    failed: of('failed'),
    completed: of('completed'),
  };
}
