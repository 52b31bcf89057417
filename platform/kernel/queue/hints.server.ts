// «Go and look»: after a commit the process asks the queue to run a job of a region. Asked many times at once it is asked once;
// nobody waits for it, and when the queue is away the worker's sweep finds the work all the same.
import type { Logger } from 'pino';
import type { Config } from '../config/config.ts';
import { createQueueClient, type QueueClient } from './queue-client.server.ts';

export interface Hints {
  add(slug: string, jobId: string): void;
  close(): Promise<void>;
}

const COALESCE_MS = 15;
/** Under load the queue is asked this seldom: adding a job costs it more than a commit costs us. */
const PACE_MS = 200;
/** While the queue refuses, it is not asked again for this long. */
const REST_MS = 2000;

export function createHints({ config, log }: { config: Config; log: Logger }): Hints {
  let client: QueueClient | null = null;
  let restUntil = 0;
  let askedAt = Number.NEGATIVE_INFINITY;
  let timer: NodeJS.Timeout | null = null;
  const wanted = new Map<string, { slug: string; jobId: string }>();
  const sending = new Set<Promise<void>>();

  async function send(): Promise<void> {
    const batch = [...wanted.values()];
    wanted.clear();
    if (performance.now() < restUntil) return;
    try {
      client ??= createQueueClient(config, log);
      await Promise.all(batch.map(({ slug, jobId }) => client?.addHint(slug, jobId)));
    } catch (error) {
      restUntil = performance.now() + REST_MS;
      log.warn({ err: error }, 'the queue is away, the sweep will find the work');
    }
  }

  function flush(): void {
    timer = null;
    askedAt = performance.now();
    const run = send().finally(() => sending.delete(run));
    sending.add(run);
  }

  return {
    add(slug, jobId) {
      wanted.set(`${slug} ${jobId}`, { slug, jobId });
      timer ??= setTimeout(flush, Math.max(COALESCE_MS, askedAt + PACE_MS - performance.now()));
      timer.unref();
    },
    async close() {
      if (timer) clearTimeout(timer);
      if (wanted.size > 0 && client) flush();
      await Promise.allSettled(sending);
      await client?.close();
    },
  };
}
