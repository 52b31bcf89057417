// Runs one import in a process that kills itself at the statement it was told.
import { writeSync } from 'node:fs';
import type { Context, Write } from '@zhkh/kernel/module.server';
import { sql } from 'kysely';
import type { Connector, MapperRun } from '../../connector.ts';
import { connectorsOf } from '../../run/sources-of.server.ts';
import { runImport } from '../../run/run-import.server.ts';
import { type Addresses, openContext } from '../../testing/ground.ts';

export interface KillJob {
  addresses: Addresses;
  connector: string;
  filePath: string;
  at: KillPlace;
  plant: boolean;
}

/** `staging`: after so many records, read without threads; `threads`: so many ms into reading with them; `apply`: so far into applying (0 = before, 1 = after, its transaction open); `commit`: so many ms after. */
export type KillPlace =
  | { phase: 'staging'; records: number }
  | { phase: 'threads'; ms: number }
  | { phase: 'apply'; after: boolean; ms: number }
  | { phase: 'commit'; ms: number };

const job = JSON.parse(process.argv[2] ?? '{}') as KillJob;
const region = await openContext(job.addresses);
const found = connectorsOf(region.ctx).find((one) => one.id === job.connector);
if (!found) throw new Error(`no connector ${job.connector}`);
if (job.at.phase === 'threads') dieIn(job.at.ms);
const report = await runImport(region.ctx, { connector: mined(found), filePath: job.filePath });
writeSync(1, `ended ${report.state} ${report.error ?? ''}`);
process.exit(0);

function die(): void {
  writeSync(1, `killed ${job.at.phase}`);
  process.kill(process.pid, 'SIGKILL');
}

function dieIn(ms: number): void {
  if (ms === 0) die();
  else setTimeout(die, ms);
}

function mined(honest: Connector): Connector {
  const { at } = job;
  if (at.phase === 'staging') return withMapper(honest, at.records);
  return {
    ...honest,
    async apply(ctx, w, run) {
      if (at.phase === 'apply' && !at.after) dieIn(at.ms);
      const counts = await honest.apply(ctx, w, run);
      if (job.plant) await commitEarly(w);
      if (at.phase === 'apply' && at.after) die();
      if (at.phase === 'commit') dieIn(at.ms);
      return counts;
    },
  };
}

/** The bug the proof must see: facts are in before the word that they are in. */
async function commitEarly(w: Write): Promise<void> {
  await sql`commit`.execute(w.db);
  await sql`begin`.execute(w.db);
}

/** Read in this very process, so each record that is read is met here. */
function withMapper(connector: Connector, records: number): Connector {
  const { mapperModule: _elsewhere, ...honest } = connector;
  let left = records;
  const counted = <A extends unknown[], R>(map: (...args: A) => R) => {
    return (...args: A): R => {
      left -= 1;
      if (left <= 0) die();
      return map(...args);
    };
  };
  if (honest.kind === 'xml')
    return { ...honest, mapper: async (own: MapperRun, ctx: Context) => counted(await honest.mapper(own, ctx)) };
  return { ...honest, mapper: (own: MapperRun) => counted(honest.mapper(own)) };
}
