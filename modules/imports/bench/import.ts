// npm run bench -- import: rows a second of the ОЖФ and ГАР paths, from a packed file to facts, against
// server-side COPY of the same rows into tables with the same indexes. One cluster, default durability, by
// turns; equal tables are checked before anything is said.
import os from 'node:os';
import { parseArgs } from 'node:util';
import { createRegistry } from '@zhkh/kernel/module.server';
import { saveSettings } from '@zhkh/kernel/runtime.server';
import { runImport } from '../run/run-import.server.ts';
import type { ImportsSettings } from '../settings.ts';
import { type Baseline, openBaseline } from './import/baseline.ts';
import { alwaysOn, type Ground, openGround } from '../testing/ground.ts';
import { garSource, ozhfSource } from '../testing/invented-sources.ts';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    houses: { type: 'string', default: '100000' },
    premises: { type: 'string', default: '300000' },
    only: { type: 'string' },
    phases: { type: 'boolean', default: false },
    threads: { type: 'string' },
  },
});

interface Path {
  connector: 'ozhf' | 'gar';
  tables: readonly string[];
  files: readonly [first: string, second: string];
}

const GAR = ['gar_object', 'gar_house', 'gar_place', 'gar_param', 'gar_object_text', 'gar_address'];
const OZHF = ['company', 'house_street', 'house', 'premises', 'management'];

const ground = await openGround();
try {
  await measure(ground);
} finally {
  await ground.close();
}

async function measure({ postgres, folder, ctx }: Ground): Promise<void> {
  if (values.threads) await setThreads(ctx, Number(values.threads));
  const { importThreads } = await ctx.settings<ImportsSettings>('imports');
  console.log(`${os.availableParallelism()} cores, up to ${importThreads} reading threads, default durability`);
  const [houses, premises, rounds] = [Number(values.houses), Number(values.premises), Number(values.rounds)];
  const paths: Path[] = [
    { connector: 'ozhf', tables: OZHF, files: [await ozhfSource(folder, premises, 1), await ozhfSource(folder, premises, 2)] },
    { connector: 'gar', tables: GAR, files: [await garSource(folder, houses, 1), await garSource(folder, houses, 2)] },
  ];
  const first: Record<Path['connector'], number[]> = { ozhf: [], gar: [] };
  const again: Record<Path['connector'], number[]> = { ozhf: [], gar: [] };
  for (const one of paths.filter(({ connector }) => !values.only || connector === values.only)) {
    const baseline = await openBaseline(postgres.superuserUrl, folder, one.tables);
    for (let round = 0; round <= rounds; round += 1) {
      const ratios = await turn(ctx, one, baseline, round);
      if (round === 0) continue; // warms up
      first[one.connector].push(ratios.first);
      again[one.connector].push(ratios.again);
    }
    await baseline.emptyRegion();
    await baseline.close();
  }
  say('ratio import-ozhf', first.ozhf);
  say('ratio import-gar', first.gar);
  say('ratio import-again (ozhf)', again.ozhf);
  say('ratio import-again (gar)', again.gar);
  say('ratio import-again', [...again.ozhf, ...again.gar]);
}

async function setThreads(ctx: Ground['ctx'], threads: number): Promise<void> {
  await ctx.write((w) => saveSettings(createRegistry(alwaysOn), ctx, w, 'imports', { importThreads: threads }));
}

async function turn(
  ctx: Ground['ctx'],
  path: Path,
  baseline: Baseline,
  round: number,
): Promise<{ first: number; again: number }> {
  await baseline.emptyRegion();
  const loaded = await timed(ctx, path.connector, path.files[0]);
  await baseline.dump();
  const bare = await baseline.load();
  await same(baseline);
  const reloaded = await timed(ctx, path.connector, path.files[1]);
  await baseline.dump();
  const bareAgain = await baseline.load();
  await same(baseline);
  const rate = (rows: number, seconds: number) => `${Math.round(rows / seconds).toLocaleString('en')} rows/s`;
  console.log(
    `${path.connector} round ${round}: ${bare.rows} rows; first ${loaded.toFixed(2)} s = ${rate(bare.rows, loaded)}, COPY ${bare.seconds.toFixed(2)} s = ${rate(bare.rows, bare.seconds)}; ` +
      `again ${reloaded.toFixed(2)} s, COPY ${bareAgain.seconds.toFixed(2)} s`,
  );
  return { first: bare.seconds / loaded, again: bareAgain.seconds / reloaded };
}

async function timed(ctx: Ground['ctx'], connector: string, filePath: string): Promise<number> {
  const started = performance.now();
  let staged = started;
  const report = await runImport(ctx, {
    connector,
    filePath,
    onProgress: ({ phase }) => {
      if (phase === 'applying') staged = performance.now();
    },
  });
  const ended = performance.now();
  if (report.state !== 'done' || report.rowsFailed > 0) throw new Error(`${connector}: ${report.state} ${report.error ?? ''}`);
  if (values.phases)
    console.log(`  staging ${((staged - started) / 1000).toFixed(2)} s, applying ${((ended - staged) / 1000).toFixed(2)} s`);
  return (ended - started) / 1000;
}

async function same(baseline: Baseline): Promise<void> {
  const differing = await baseline.differences();
  if (differing.length > 0) throw new Error(`rows differ: ${differing.join(', ')}`);
}

function say(name: string, ratios: readonly number[]): void {
  if (ratios.length === 0) return;
  const sorted = ratios.toSorted((a, b) => a - b);
  const at = (index: number) => (sorted[index] ?? 0).toFixed(2);
  console.log(`${name}: ${at(0)} / ${at(Math.floor(sorted.length / 2))} / ${at(sorted.length - 1)}`);
}
