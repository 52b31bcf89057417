// npm run bench -- address-search [--houses 1000000] [--queries 200] [--rounds 5] [--plans]: the search of the product over a million houses
// of one region, by turns with the best SQL by hand for the same question and with a read by primary key; one client, one process, default
// settings of the embedded PostgreSQL, everything warmed by a first round that does not count. The ratio is the time by hand to the search's.
import { parseArgs } from 'node:util';
import type { Context } from '@zhkh/kernel/module.server';
import postgres from 'postgres';
import { fillStock } from '../commands/fill-stock.server.ts';
import { findHouses } from '../queries/address-search/find-houses.server.ts';
import { readAgain } from '../queries/address-search/street-dictionary.server.ts';
import { type ByHand, byHand } from './address-search/by-hand.ts';
import { type Kind, type Question, questionsOf } from './address-search/questions.ts';
import { openGround, SCHEMA } from '@zhkh/imports/testing';

const { values } = parseArgs({
  options: {
    houses: { type: 'string', default: '1000000' },
    queries: { type: 'string', default: '200' },
    rounds: { type: 'string', default: '5' },
    plans: { type: 'boolean', default: false },
  },
});
const say = (line: string) => process.stdout.write(`${line}\n`);
const LIMIT = 10;
const FIRST = 5;
/** How many reads by primary key the 95th percentile of a kind may last. */
const GOALS: Record<Kind, number> = { 'three letters': 10, prefix: 10, 'whole address': 10, 'one typo': 60, 'nothing found': 60 };

const ground = await openGround();
try {
  await fill(Number(values.houses));
  const loaded = performance.now();
  const { dictionary } = await readAgain(ground.ctx);
  say(
    `${dictionary.streets.length.toLocaleString('en')} streets read into memory in ${(performance.now() - loaded).toFixed(0)} ms`,
  );
  const hand = byHand(ground.ctx);
  const ratios: number[] = [];
  for (const [kind, questions] of Object.entries(await questionsOf(ground.ctx, Number(values.queries))) as [Kind, Question[]][])
    ratios.push(...(await measure(ground.ctx, hand, kind, questions)));
  await hand.end();
  say(`ratio address-search: ${threeOf(ratios)}`);
} finally {
  await ground.close();
}

async function fill(houses: number): Promise<void> {
  const started = performance.now();
  const sql = postgres(ground.postgres.superuserUrl, { max: 1, onnotice: () => undefined });
  await fillStock((text) => sql.unsafe(text), SCHEMA, houses);
  await sql.end();
  say(`${houses.toLocaleString('en')} houses made in ${((performance.now() - started) / 1000).toFixed(0)} s`);
}

async function measure(ctx: Context, hand: ByHand, kind: Kind, questions: readonly Question[]): Promise<number[]> {
  const checked = await check(ctx, hand, kind, questions);
  const times = { search: [] as number[], hand: [] as number[], key: [] as number[] };
  const ratios: number[] = [];
  for (let round = 0; round <= Number(values.rounds); round += 1) {
    const turn = { search: [] as number[], hand: [] as number[], key: [] as number[] };
    for (const question of questions) {
      turn.search.push(await timed(() => findHouses(ctx, question.typed, LIMIT)));
      turn.hand.push(await timed(() => hand.ask(kind, question)));
      turn.key.push(await timed(() => byKey(ctx, question.id)));
    }
    if (round === 0) continue; // warms up
    ratios.push(sum(turn.hand) / sum(turn.search));
    for (const who of ['search', 'hand', 'key'] as const) times[who].push(...turn[who]);
  }
  const [p95, key] = [at(times.search, 0.95), at(times.key, 0.95)];
  say(`\n${kind} («${questions[0]?.typed}», ${questions.length} of them): ${checked}`);
  say(
    `  search p50 ${ms(at(times.search, 0.5))} p95 ${ms(p95)} · by hand p50 ${ms(at(times.hand, 0.5))} p95 ${ms(at(times.hand, 0.95))} · key p95 ${ms(key)}`,
  );
  say(`  p95 is ${(p95 / key).toFixed(1)} reads by key, goal ${GOALS[kind]} · ratio ${threeOf(ratios)}`);
  if (values.plans && questions[0]) for (const line of await hand.plan(kind, questions[0])) say(`    ${line.slice(0, 180)}`);
  return ratios;
}

/** The same answers first: whole lists where the order is a rule, the wanted house where a guess is asked for. */
async function check(ctx: Context, hand: ByHand, kind: Kind, questions: readonly Question[]): Promise<string> {
  const counts = { same: 0, search: 0, hand: 0, empty: 0 };
  for (const question of questions) {
    const [found, other] = [await findHouses(ctx, question.typed, LIMIT), await hand.ask(kind, question)];
    const ids = (list: readonly { id: string }[]) => list.map((one) => one.id).join(' ');
    if (kind === 'whole address' ? found[0]?.id === other[0]?.id : ids(found) === ids(other)) counts.same += 1;
    else if (kind !== 'one typo') say(`${question.typed}: ${found[0]?.address} | ${other[0]?.address}`);
    if (found.slice(0, FIRST).some((one) => one.id === question.id)) counts.search += 1;
    if (other.slice(0, FIRST).some((one) => one.id === question.id)) counts.hand += 1;
    if (found.length === 0) counts.empty += 1;
  }
  const share = (count: number) => `${((count * 100) / questions.length).toFixed(1)} %`;
  if (kind === 'one typo')
    return `house in the first five ${share(counts.search)}, by hand ${share(counts.hand)}; empty ${share(counts.empty)}`;
  if (counts.same < questions.length) throw new Error(`${kind}: ${questions.length - counts.same} answers are not those by hand`);
  return `answers equal; empty ${share(counts.empty)}`;
}

function byKey(ctx: Context, id: string): Promise<unknown> {
  return ctx.db
    .selectFrom('house')
    .select(['id', 'address', 'city', 'street', 'number', 'lat', 'lon', 'company_id'])
    .where('id', '=', id)
    .execute();
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

function sum(times: readonly number[]): number {
  return times.reduce((all, one) => all + one, 0);
}

function at(times: readonly number[], share: number): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length * share)] ?? 0;
}

function ms(time: number): string {
  return `${time.toFixed(2)} ms`;
}

function threeOf(ratios: readonly number[]): string {
  const sorted = ratios.toSorted((a, b) => a - b);
  const place = (index: number) => (sorted[index] ?? 0).toFixed(2);
  return `${place(0)} / ${place(Math.floor(sorted.length / 2))} / ${place(sorted.length - 1)}`;
}
