// The queues the operator looks at: opened once per process, shared by the page of counts and the board.
import type { Config } from '@zhkh/platform/config.server';
import { createQueueClient } from '@zhkh/platform/jobs.server';
import type { Queue } from 'bullmq';
import type { Logger } from 'pino';

let opened: readonly Queue[] | null = null;

export function openBoardQueues({ config, log }: { config: Config; log: Logger }): readonly Queue[] {
  opened ??= Object.values(createQueueClient(config, log).queues);
  return opened;
}
