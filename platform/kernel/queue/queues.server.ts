// Opens the two queues (BullMQ): on the product's PostgreSQL, or on Redis where one is configured.
// A queue holds no fact: every job says «go and look at this region», the work itself is a row there.
import { Queue, type QueueOptions, withBackend, createPostgresBackend, type Processor, Worker, type WorkerOptions } from 'bullmq';
import pg from 'pg';
import type { Logger } from 'pino';
import type { Config } from '../config/config.ts';
import { addressOf } from '../db/address.ts';
import { derivedLogin, queueRole } from '../tenancy/names.ts';

/** `drain` delivers events and is always quick; `jobs` runs what modules declare and may take minutes. */
export const queueNames = ['drain', 'jobs'] as const;
export type QueueName = (typeof queueNames)[number];

export interface QueueConnection {
  queue(name: QueueName): Queue;
  worker(name: QueueName, processor: Processor, options: Partial<WorkerOptions>): Worker;
  close(): Promise<void>;
}

const onPostgres = withBackend(createPostgresBackend);

/** Finished jobs tell nothing that rows do not; failed ones stay for the operator's board. */
const defaults: QueueOptions['defaultJobOptions'] = {
  attempts: 3,
  backoff: { type: 'exponential', delay: 2000 },
  removeOnComplete: { age: 3600, count: 200 },
  removeOnFail: { age: 14 * 86_400, count: 2000 },
};

function openPool(config: Config, max: number, log: Logger): pg.Pool {
  const { host, port, database, ssl } = addressOf(config.database.url);
  const { role: user, password } = derivedLogin(config, queueRole(config));
  const pool = new pg.Pool({
    host,
    port,
    database,
    user,
    password,
    ssl: ssl === 'require',
    max,
    keepAlive: true,
    connectionTimeoutMillis: 2000,
    idleTimeoutMillis: 30_000,
    options: '-c search_path=bullmq',
    application_name: 'zhkh queue',
  });
  pool.on('error', (error) => log.warn({ err: error }, 'a connection of the queue was lost'));
  return pool;
}

function postgresQueues(config: Config, max: number, log: Logger): QueueConnection {
  const pool = openPool(config, max, log);
  const connection = pool as never;
  return {
    queue: (name) => new onPostgres.Queue(name, { connection, defaultJobOptions: defaults }) as unknown as Queue,
    worker: (name, processor, options) =>
      new onPostgres.Worker(name, processor as never, { ...options, connection }) as unknown as Worker,
    close: () => pool.end(),
  };
}

function redisQueues(config: Config): QueueConnection {
  const at = new URL(config.redisUrl ?? '');
  const connection = {
    host: at.hostname,
    port: Number(at.port || 6379),
    ...(at.username && { username: decodeURIComponent(at.username) }),
    ...(at.password && { password: decodeURIComponent(at.password) }),
    ...(at.pathname.length > 1 && { db: Number(at.pathname.slice(1)) }),
    ...(at.protocol === 'rediss:' && { tls: {} }),
    maxRetriesPerRequest: null,
    enableOfflineQueue: true,
  };
  const prefix = config.installation;
  const producer = { ...connection, enableOfflineQueue: false, maxRetriesPerRequest: 1, commandTimeout: 1000 };
  return {
    queue: (name) => new Queue(name, { connection: producer, prefix, defaultJobOptions: defaults }),
    worker: (name, processor, options) => new Worker(name, processor, { ...options, connection, prefix }),
    close: async () => undefined,
  };
}

/** `max` connections at most; a worker holds one of them for itself. */
export function connectQueues(config: Config, max: number, log: Logger): QueueConnection {
  return config.redisUrl === null ? postgresQueues(config, max, log) : redisQueues(config);
}
