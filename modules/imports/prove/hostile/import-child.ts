// Imports files one by one in a process of its own, so that crashes and memory are seen from outside.
import { sql } from 'kysely';
import { existsSync, readdirSync } from 'node:fs';
import type { Connector } from '../../connector.ts';
import { connectorsOf } from '../../run/sources-of.server.ts';
import { runImport } from '../../run/run-import.server.ts';
import { type Addresses, openContext } from '../../testing/ground.ts';

export interface Job {
  connector: string;
  filePath: string;
  fileName: string;
}

export interface Answer {
  state: string;
  error: string | null;
  read: number;
  failed: number;
  megabytes: number;
  descriptors: number;
}

const [addresses = '{}', plant] = process.argv.slice(2);
const region = await openContext(JSON.parse(addresses) as Addresses);

process.on('message', (job: Job) => void take(job));
process.on('disconnect', () => process.exit());
process.send?.('ready');

async function take(job: Job): Promise<void> {
  const connector = plant ? planted(job.connector) : job.connector;
  const answer = await runImport(region.ctx, { ...job, connector, factDate: '2026-06-01' }).then(
    (report) => ({ state: report.state, error: report.error ?? null, read: report.rowsRead, failed: report.rowsFailed }),
    (error: unknown) => ({ state: 'thrown', error: String(error), read: 0, failed: 0 }),
  );
  process.send?.({ ...answer, megabytes: process.memoryUsage().rss / 1e6, descriptors: descriptors() } satisfies Answer);
}

function descriptors(): number {
  return existsSync('/proc/self/fd') ? readdirSync('/proc/self/fd').length : 0;
}

/** The bug the proof must see: facts are committed, then the import fails. */
function planted(id: string): Connector {
  const honest = connectorsOf(region.ctx).find((one) => one.id === id);
  if (!honest) throw new Error(`no connector ${id}`);
  return {
    ...honest,
    async apply(ctx, w, run) {
      await honest.apply(ctx, w, run);
      await sql`commit`.execute(w.db);
      await sql`begin`.execute(w.db);
      throw new Error('planted');
    },
  };
}
