// npm run bench -- registers [--houses 100000] [--plans]: the authority's lists, the history and the open data over a whole region's stock.
// Prints the median and the worst of each, with --plans the plans of their statements; streams are read to the end, memory told.
import { parseArgs } from 'node:util';
import { anonymous } from '@zhkh/kernel/auth';
import type { Context } from '@zhkh/kernel/module.server';
import { recordChanges } from '../commands/record-changes.server.ts';
import { formats, type SetName } from '../domain/open-data.ts';
import { companyRegisterQuery, registerQuery } from '../domain/register-query.ts';
import { changesQuery } from '../domain/schemas.ts';
import { houseRegisterFile } from '../exports/register-file.server.ts';
import { openRows } from '../open-data/rows.server.ts';
import { setVersion } from '../open-data/version.server.ts';
import { writers } from '../open-data/writers.server.ts';
import { changes } from '../queries/changes.server.ts';
import { companyFlow } from '../queries/company-flow.server.ts';
import { companyRegister } from '../queries/company-register.server.ts';
import { houseHistory } from '../queries/house-history.server.ts';
import { houseRegister } from '../queries/house-register.server.ts';
import { openPlans, recorded } from './registers/recorder.ts';
import { openGround } from '@zhkh/imports/testing';
import { fillRegister } from './registers/stock.ts';

const { values } = parseArgs({
  options: { houses: { type: 'string', default: '100000' }, plans: { type: 'boolean', default: false } },
});
const say = (line: string) => process.stdout.write(`${line}\n`);
const ROUNDS = 7;
const megabytes = () => process.memoryUsage().rss / 1e6;

const ground = await openGround();
try {
  await fillRegister(ground.postgres.superuserUrl, Number(values.houses));
  say(`${Number(values.houses).toLocaleString('en')} houses, 600 companies\n`);
  await lists(ground.ctx);
  await history(ground.ctx);
  await streams(ground.ctx);
} finally {
  await ground.close();
}

async function lists(ctx: Context): Promise<void> {
  const { id } = await ctx.db.selectFrom('company').select('id').limit(1).executeTakeFirstOrThrow();
  const { id: house } = await ctx.db.selectFrom('house').select('id').limit(1).executeTakeFirstOrThrow();
  const houses = (query: object) => (as: Context) => houseRegister(as, { ...registerQuery.parse({}), ...query });
  const companies = (query: object) => (as: Context) => companyRegister(as, companyRegisterQuery.parse(query));
  const work: Record<string, (ctx: Context) => Promise<unknown>> = {
    'houses, first page': houses({}),
    'houses, page 1000 by area': houses({ page: 1000, sort: 'area' }),
    'houses of a municipality, 1960–1970': houses({ municipality: '71705', yearFrom: 1960, yearTo: 1970 }),
    'houses of a company': houses({ company: id }),
    'houses by words': houses({ q: 'ленина 12' }),
    'houses moved in a quarter': houses({ movedFrom: '2025-01-01', movedTo: '2025-03-31' }),
    'houses, special account': houses({ way: 'специальный счёт' }),
    'houses with two companies': houses({ state: 'changing' }),
    'companies, first page': companies({}),
    'companies with overdue precepts': companies({ precepts: 'overdue', housesFrom: '100' }),
    'changes of a quarter': (as) => changes(as, changesQuery.parse({ from: '2025-01-01', to: '2025-03-31' })),
    'company card, its flow': (as) => companyFlow(as, id),
    'house card, its history': (as) => houseHistory(as, house),
    'open data, version': setVersion,
  };
  const plans = openPlans(ctx);
  for (const [name, run] of Object.entries(work)) {
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) times.push(await timed(() => run(ctx)));
    times.sort((a, b) => a - b);
    say(
      `${name.padEnd(40)} p50 ${(times[Math.floor(ROUNDS / 2)] ?? 0).toFixed(1)} ms, worst ${(times.at(-1) ?? 0).toFixed(1)} ms`,
    );
    if (!values.plans) continue;
    for (const statement of await recorded(ctx, run)) say((await plans.of(statement)).map((line) => `    ${line}`).join('\n'));
  }
  await plans.end();
}

async function history(ctx: Context): Promise<void> {
  say('');
  const record = () => timed(() => ctx.write((w) => recordChanges(ctx, w)));
  say(`changes, the first look                  ${(await record()).toFixed(0)} ms`);
  say(`changes, nothing new                     ${(await record()).toFixed(0)} ms`);
  await ctx.write((w) => w.db.updateTable('house').set({ status: 'emergency' }).where('import_line', '<=', 1000).execute());
  say(`changes, a thousand houses               ${(await record()).toFixed(0)} ms`);
}

async function streams(ctx: Context): Promise<void> {
  say('');
  const out = Object.create(ctx, { actor: { value: anonymous } }) as Context;
  for (const set of ['houses', 'companies'] satisfies SetName[])
    for (const format of formats)
      await stream(
        `open data, ${set}.${format}`,
        writers[format]({ set, updated: '' }, openRows(out, { set, placed: format === 'geojson' })),
      );
  for (const format of ['csv', 'xlsx'] as const) {
    const file = await houseRegisterFile(ctx, registerQuery.parse({}), format);
    if (file.body) await stream(`export, houses.${format}`, file.body as unknown as AsyncIterable<Uint8Array>);
  }
}

async function stream(name: string, pieces: AsyncIterable<string | Uint8Array>): Promise<void> {
  const before = megabytes();
  let bytes = 0;
  let most = before;
  const ms = await timed(async () => {
    for await (const piece of pieces) {
      bytes += Buffer.byteLength(piece);
      most = Math.max(most, megabytes());
    }
  });
  say(
    `${name.padEnd(40)} ${(bytes / 1e6).toFixed(1)} MB in ${(ms / 1000).toFixed(1)} s, process ${before.toFixed(0)} → at most ${most.toFixed(0)} MB`,
  );
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}
