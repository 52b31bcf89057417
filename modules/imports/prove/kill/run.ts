// Kills imports at places drawn by the seed: nothing may have changed, and the next import ends as usual.
import { spawn } from 'node:child_process';
import path from 'node:path';
import type { Context } from '@zhkh/kernel/module.server';
import type { Addresses } from '../../testing/ground.ts';
import { runImport } from '../../run/run-import.server.ts';
import { sql } from 'kysely';
import { alwaysOn } from '../../testing/ground.ts';
import { differing, type Facts, factsOf, leftOvers } from '../facts.ts';
import type { Random } from '@zhkh/tools/testing/seeded';
import type { KillJob, KillPlace } from './import-child.ts';

export interface Load {
  connector: string;
  filePath: string;
  /** About as many as the file holds. */
  records: number;
}

interface Ground {
  ctx: Context;
  addresses: Addresses;
}

export interface KillOutcome {
  kills: Record<string, number>;
  /** The import had ended before the blow. */
  missed: number;
  violations: string[];
}

const tables = alwaysOn.flatMap((module) => module.tables);

/** What the loads make of a region when nobody is killed. */
export async function undisturbed(ctx: Context, loads: readonly Load[]): Promise<Facts[]> {
  const steps: Facts[] = [];
  for (const load of loads) {
    const report = await runImport(ctx, load);
    if (report.state !== 'done') throw new Error(`${load.connector}: ${report.state} ${report.error ?? ''}`);
    steps.push(await factsOf(ctx, tables, false));
  }
  return steps;
}

export async function killed(
  ground: Ground,
  loads: readonly Load[],
  expected: readonly Facts[],
  options: { kills: number; random: Random; plant: boolean; say(line: string): void },
): Promise<KillOutcome> {
  const outcome: KillOutcome = { kills: {}, missed: 0, violations: [] };
  const perLoad = Math.ceil(options.kills / loads.length);
  for (const [step, load] of loads.entries()) {
    for (let kill = 0; kill < perLoad; kill += 1)
      await killOne(ground, load, placeOf(options.random, kill, load), options, outcome);
    const report = await runImport(ground.ctx, load);
    const blame = (what: string) => outcome.violations.push(`${load.connector} after the kills: ${what}`);
    if (report.state !== 'done') blame(`${report.state} ${report.error ?? ''}`);
    const wrong = differing(expected[step] ?? new Map(), await factsOf(ground.ctx, tables, false));
    if (wrong.length > 0) blame(`not what it is without kills: ${wrong.join(', ')}`);
    for (const left of await leftOvers(ground.ctx, tables)) blame(left);
    options.say(
      `${load.connector}: ${perLoad} kills, then ${report.state}, ${wrong.length === 0 ? 'the same end state' : 'another end state'}`,
    );
  }
  return outcome;
}

/** By turns in staging, in applying, and about the commit. */
function placeOf(random: Random, kill: number, load: Load): KillPlace {
  if (kill % 6 === 3) return { phase: 'threads', ms: random.between(0, 500) };
  if (kill % 3 === 0) return { phase: 'staging', records: random.between(1, load.records) };
  if (kill % 3 === 1) return { phase: 'apply', after: kill % 6 === 1, ms: random.between(0, 200) };
  return { phase: 'commit', ms: random.between(0, 6) };
}

async function killOne(
  ground: Ground,
  load: Load,
  at: KillPlace,
  { plant }: { plant: boolean },
  outcome: KillOutcome,
): Promise<void> {
  const before = await factsOf(ground.ctx, tables, true);
  const job: KillJob = { addresses: ground.addresses, connector: load.connector, filePath: load.filePath, at, plant };
  const said = await child(job);
  if (said.startsWith('killed')) outcome.kills[at.phase] = (outcome.kills[at.phase] ?? 0) + 1;
  else outcome.missed += 1;
  await serverIsQuiet(ground.ctx);
  const [last] = await ground.ctx.db
    .selectFrom('import_run')
    .select('state')
    .orderBy('started_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .execute();
  const changed = differing(before, await factsOf(ground.ctx, tables, true));
  if (changed.length > 0 && last?.state !== 'done')
    outcome.violations.push(`${load.connector} killed in ${JSON.stringify(at)}: half of it stayed in ${changed.join(', ')}`);
}

/** The server ends the dead client's transaction by itself; a look before that would see neither old nor new. */
async function serverIsQuiet(ctx: Context): Promise<void> {
  await ctx.write(async (w) => {
    await sql`select pg_advisory_xact_lock(hashtext(current_schema() || ' imports.apply'))`.execute(w.db);
  });
}

function child(job: KillJob): Promise<string> {
  return new Promise((resolve, reject) => {
    const process_ = spawn(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', path.join(import.meta.dirname, 'import-child.ts'), JSON.stringify(job)],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    let text = '';
    process_.stdout.setEncoding('utf8').on('data', (piece: string) => {
      text += piece;
    });
    process_.once('error', reject);
    process_.once('close', () => resolve(text));
  });
}
