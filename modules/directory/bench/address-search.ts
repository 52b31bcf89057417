// npm run bench -- address-search [--houses 1000000] [--queries 100] [--rounds 5]: the search of the product over a million houses of one
// region, whole addresses, misspelt ones and three letters; then the statements it sent, sent again by a bare client on one connection.
// The ratio is bare time to the search's time, by turns in the same run: what is missing to 1 is the product's own work.
import { parseArgs } from 'node:util';
import type { Context } from '@zhkh/platform/module.server';
import { seeded } from '@zhkh/platform/testing/seeded';
import { findHouses } from '../queries/find-houses.server.ts';
import { type Bare, bareClient, recorded, type Statement } from './address-search/recorder.ts';
import { fillStock } from './address-search/stock.ts';
import { openGround } from './import/region.ts';

const { values } = parseArgs({
  options: {
    houses: { type: 'string', default: '1000000' },
    queries: { type: 'string', default: '100' },
    rounds: { type: 'string', default: '5' },
  },
});
const say = (line: string) => process.stdout.write(`${line}\n`);
const LIMIT = 10;
const PLAN_LINES = 30;

interface Query {
  text: string;
  address: string;
}

const ground = await openGround();
try {
  const started = performance.now();
  await fillStock(ground.postgres.superuserUrl, Number(values.houses), 50);
  say(`${Number(values.houses).toLocaleString('en')} houses made in ${((performance.now() - started) / 1000).toFixed(0)} s`);
  const bare = bareClient(ground.ctx);
  const ratios = await measure(ground.ctx, bare, await queriesOf(ground.ctx, Number(values.queries)));
  await bare.end();
  say(`ratio address-search: ${threeOf(ratios)}`);
} finally {
  await ground.close();
}

async function measure(ctx: Context, bare: Bare, kinds: Record<string, readonly Query[]>): Promise<number[]> {
  const all: number[] = [];
  for (const [kind, queries] of Object.entries(kinds)) {
    const [first] = queries;
    if (!first) continue;
    const found = await foundIn(ctx, queries);
    const sent = await statementsOf(ctx, queries);
    const ratios: number[] = [];
    let times: number[] = [];
    for (let round = 0; round <= Number(values.rounds); round += 1) {
      const turn = await oneRound(ctx, bare, queries, sent);
      if (round === 0) continue; // warms up
      ratios.push(turn.bare / turn.own.reduce((sum, ms) => sum + ms, 0));
      times = [...times, ...turn.own];
    }
    all.push(...ratios);
    times.sort((a, b) => a - b);
    const at = (share: number) => (times[Math.floor(times.length * share)] ?? 0).toFixed(1);
    const hit = kind === '3 letters' ? '' : `, in the first five ${((found * 100) / queries.length).toFixed(1)} %`;
    say(`\n${kind} («${first.text}»): p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, ratio ${threeOf(ratios)}${hit}`);
    for (const statement of await recorded(ctx, (own) => findHouses(own, first.text, LIMIT)))
      for (const line of (await bare.plan(statement)).slice(0, PLAN_LINES)) say(`    ${line.slice(0, 180)}`);
  }
  return all;
}

async function statementsOf(ctx: Context, queries: readonly Query[]): Promise<Statement[][]> {
  const all: Statement[][] = [];
  for (const { text } of queries) all.push(await recorded(ctx, (recording) => findHouses(recording, text, LIMIT)));
  return all;
}

async function oneRound(
  ctx: Context,
  bare: Bare,
  queries: readonly Query[],
  sent: readonly Statement[][],
): Promise<{ own: number[]; bare: number }> {
  const own: number[] = [];
  let bareMs = 0;
  for (const [at, { text }] of queries.entries()) {
    const started = performance.now();
    await findHouses(ctx, text, LIMIT);
    const between = performance.now();
    await bare.send(sent[at] ?? []);
    bareMs += performance.now() - between;
    own.push(between - started);
  }
  return { own, bare: bareMs };
}

async function foundIn(ctx: Context, queries: readonly Query[]): Promise<number> {
  let found = 0;
  for (const { text, address } of queries) {
    if ((await findHouses(ctx, text, 5)).some((hit) => hit.address === address)) found += 1;
  }
  return found;
}

async function queriesOf(ctx: Context, count: number): Promise<Record<string, Query[]>> {
  const random = seeded(1);
  const total = Number(values.houses);
  const kinds: Record<string, Query[]> = { 'whole address': [], 'one typo': [], '3 letters': [] };
  const ids = await ctx.db
    .selectFrom('house')
    .select(['city', 'street', 'number', 'address'])
    .orderBy('id')
    .limit(Math.min(total, count * 20))
    .execute();
  for (let at = 0; at < count; at += 1) {
    const house = random.pick(ids);
    const [city, street] = [bareName(house.city), bareName(house.street)];
    kinds['whole address']?.push({ text: `${city} ${street} ${house.number}`, address: house.address });
    kinds['one typo']?.push({ text: `${city} ${typo(street, random)} ${house.number}`, address: house.address });
    kinds['3 letters']?.push({ text: (street.split(' ').at(-1) ?? street).slice(0, 3), address: house.address });
  }
  return kinds;
}

function bareName(name: string): string {
  return name.replace(/^(г\.|ул\.|пер\.|проезд) /, '').toLowerCase();
}

/** A letter of the longest word is lost, doubled, or changes places with the next. */
function typo(street: string, random: ReturnType<typeof seeded>): string {
  const word = street.split(' ').toSorted((a, b) => b.length - a.length)[0] ?? street;
  const at = random.between(1, Math.max(word.length - 2, 1));
  const [head, one, next, tail] = [word.slice(0, at), word[at] ?? '', word[at + 1] ?? '', word.slice(at + 2)];
  const wrong = random.pick([`${head}${next}${tail}`, `${head}${one}${one}${next}${tail}`, `${head}${next}${one}${tail}`]);
  return street.replace(word, wrong);
}

function threeOf(ratios: readonly number[]): string {
  const sorted = ratios.toSorted((a, b) => a - b);
  const at = (index: number) => (sorted[index] ?? 0).toFixed(2);
  return `${at(0)} / ${at(Math.floor(sorted.length / 2))} / ${at(sorted.length - 1)}`;
}
