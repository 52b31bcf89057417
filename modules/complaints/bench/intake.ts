// npm run bench -- intake: files complaints through the portal, against the same rows by a bare server.
// Same machine, database, durability, number of processes and of connections; rounds by turns; equal rows checked before timing.
import { mkdtempSync, chmodSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { readConfig } from '@zhkh/kernel/config.server';
import { startStack } from '@zhkh/tools/local.server';
import { regionAddress } from '@zhkh/kernel/tenancy.server';
import postgres from 'postgres';
import { setStage } from '../prove/submit-kill/people.ts';
import { load, post, type Round, type Target } from './intake/load.ts';
import { type Side, startBare, startPortals } from './intake/processes.ts';
import { differences, sampleOf } from './intake/sample.ts';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '6' },
    seconds: { type: 'string', default: '5' },
    processes: { type: 'string', default: '2' },
    connections: { type: 'string', default: '16' },
    pool: { type: 'string', default: '10' },
    port: { type: 'string', default: '4500' },
  },
});
const [rounds, seconds, processes, connections, base] = [
  values.rounds,
  values.seconds,
  values.processes,
  values.connections,
  values.port,
].map(Number) as [number, number, number, number, number];
const root = path.resolve(import.meta.dirname, '../../..');
const dataDir = mkdtempSync(path.join(os.tmpdir(), 'bench-intake-'));
chmodSync(dataDir, 0o755);
const ports = {
  portal: base,
  partner: base + 1,
  superadmin: base + 2,
  catcher: base + 3,
  worker: base + 4,
  smtp: base + 5,
  postgres: base + 6,
};
const stack = await startStack({
  root,
  dataDir,
  ports,
  only: [],
  regions: ['tyumen'],
  env: { ...process.env, DATABASE_URL: undefined, DATABASE_OWNER_URL: undefined, DATABASE_POOL_PER_REGION: values.pool },
});
const stops: (() => void)[] = [];
try {
  await measure();
} finally {
  for (const stop of stops) stop();
  await stack.stop();
  rmSync(dataDir, { recursive: true, force: true });
}

async function measure(): Promise<void> {
  const config = readConfig({ ...stack.env, DATABASE_POOL_PER_REGION: values.pool });
  const { url, schema } = regionAddress(config, 'tyumen');
  const region = postgres(url, { max: 1 });
  const stage = await setStage(region, schema, connections);
  const host = `tyumen.localhost:${base}`;
  const house = stage.houses[0] ?? '';
  const fields = {
    intent: 'send',
    house,
    category: stage.category,
    body: 'Третий день не горит лампа на площадке, вечером не видно ступеней',
  };
  let turn = 0;
  const headers = () => ({
    host,
    origin: `http://${host}`,
    cookie: stage.residents[turn++ % stage.residents.length]?.cookie ?? '',
  });

  const portals = await startPortals(root, { ...stack.env, DATABASE_POOL_PER_REGION: values.pool }, portsFrom(base + 20));
  stops.push(portals.stop);
  const product: Target = { name: 'product', ports: portals.ports, path: '/complaints/new', headers };
  const sample = await sampleOf(region, await firstOf(product, fields));

  const bareSide = await startBare({ url, pool: config.database.poolPerRegion, sample }, portsFrom(base + 40));
  stops.push(bareSide.stop);
  const bare: Target = { name: 'bare', ports: bareSide.ports, path: '/', headers: () => ({ host }) };
  const unequal = differences(sample, await sampleOf(region, await firstOf(bare, fields)));
  if (unequal.length > 0) throw new Error(`The two sides do not write the same rows: ${unequal.join(', ')}`);
  console.log(`equal rows: ${1 + sample.deliveries.length + sample.events.length} per complaint on both sides`);
  console.log(
    `${processes} processes a side, ${config.database.poolPerRegion} connections each, ${connections} clients, ${seconds} s a round, fsync on, ${os.cpus().length} cores shared with the client`,
  );

  // Until the compiler has seen the whole way of a request.
  await load(product, fields, connections, 8000);
  await load(bare, fields, connections, 8000);
  const ratios: number[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    const [ours, ourCpu] = await withCpu(portals, () => load(product, fields, connections, seconds * 1000));
    const [limit, limitCpu] = await withCpu(bareSide, () => load(bare, fields, connections, seconds * 1000));
    if (ours.failed + limit.failed > 0)
      throw new Error(`${ours.failed} of the product's answers and ${limit.failed} of the bare server's were no receipts`);
    ratios.push(ours.perSecond / limit.perSecond);
    console.log(
      `round ${round}: product ${shown(ours, ourCpu)}, bare ${shown(limit, limitCpu)}, ratio ${ratios.at(-1)?.toFixed(2)}`,
    );
  }
  await region.end();
  ratios.sort((a, b) => a - b);
  const middle =
    (ratios[Math.floor((ratios.length - 1) / 2)] as number) / 2 + (ratios[Math.ceil((ratios.length - 1) / 2)] as number) / 2;
  console.log(`ratio intake: ${ratios[0]?.toFixed(2)} / ${middle.toFixed(2)} / ${ratios.at(-1)?.toFixed(2)}`);
}

function portsFrom(first: number): number[] {
  return Array.from({ length: processes }, (_, index) => first + index);
}

async function firstOf(target: Target, fields: Record<string, string>): Promise<string> {
  const { status, location, body } = await post(target, target.ports[0] as number, fields);
  const id = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/.exec(location)?.[0];
  if (status !== 302 || !id) throw new Error(`${target.name} answered ${status}: ${body.slice(0, 400)}`);
  return id;
}

function shown({ perSecond, answered }: Round, cpuMs: number): string {
  const cpu = `${(cpuMs / Math.max(answered, 1)).toFixed(2)} ms of its CPU each`;
  return `${perSecond.toFixed(0)}/s (${cpu})`;
}

async function withCpu(side: Side, run: () => Promise<Round>): Promise<[Round, number]> {
  const before = side.cpuMs();
  const round = await run();
  return [round, side.cpuMs() - before];
}
