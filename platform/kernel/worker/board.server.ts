// The operator's view of the queues (bull-board), as a router.
// It has no sign-in of its own: mount it behind the operator's.
import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import { ExpressAdapter } from '@bull-board/express';
import type { Logger } from 'pino';
import type { Config } from '../config/config.ts';
import { createQueueClient, type QueueClient } from '../queue/queue-client.server.ts';
import { queueNames } from '../queue/queues.server.ts';

export interface Board {
  /** An Express router. */
  router: ReturnType<ExpressAdapter['getRouter']>;
  client: QueueClient;
  close(): Promise<void>;
}

export interface BoardOptions {
  config: Config;
  log: Logger;
  basePath: string;
  readOnly: boolean;
}

export function createBoard({ config, log, basePath, readOnly }: BoardOptions): Board {
  const client = createQueueClient(config, log, 4);
  const server = new ExpressAdapter();
  server.setBasePath(basePath);
  const queues = queueNames.map((name) => new BullMQAdapter(client.queues[name] as never, { readOnlyMode: readOnly }));
  createBullBoard({ queues, serverAdapter: server });
  return { router: server.getRouter() as Board['router'], client, close: () => client.close() };
}
