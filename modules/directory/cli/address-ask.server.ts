// tenant address-ask SLUG [FILE] [--out OUT] [--list LIST] [--houses N]: types every line of the file into the address search.
// The answer to each is a line of TSV with five candidates. LIST takes the full addresses. N houses are invented instead of the region's own.
import { createWriteStream, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { finished } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import type { CommandContext, CommandRun, Context } from '@zhkh/kernel/module.server';
import { addressesOf } from '../queries/address-search/addresses-of.server.ts';
import { findHouses } from '../queries/address-search/find-houses.server.ts';
import { inventedStock } from './invented-stock.server.ts';

const CANDIDATES = 5;
const USAGE = `npm run -s address:ask -- FILE [--region SLUG] [--out FILE] [--list FILE] [--houses N]
  FILE        a query a line; the answer is a line of TSV: the query and five candidates
  --region    tyumen (default), omsk or another region of this installation
  --houses N  asks over N invented houses instead of a region's own
  --list FILE writes the full addresses of that stock, one a line
  --out FILE  takes the answer instead of the standard output`;

interface Wish {
  region: string | undefined;
  queries: readonly string[];
  out: string | undefined;
  list: string | undefined;
}

const addressAsk: CommandRun = async (command) => {
  const { houses, ...wish } = wishOf(command);
  if (houses === undefined) return answer(await command.region(wish.region, { upToDate: true }), wish, command);
  return command.ownDatabase(`stock-${houses}`, async (own) => answer(await inventedStock(own, houses), wish, own));
};

/** `--region` names the region and leaves the words to the file: so `npm run address:ask` has a region nobody needs to type. */
function wishOf({ args, pathOf }: CommandContext): Wish & { houses: number | undefined } {
  const { values, positionals } = parseArgs({
    args,
    options: { region: { type: 'string' }, out: { type: 'string' }, list: { type: 'string' }, houses: { type: 'string' } },
    allowPositionals: true,
  });
  const [region, file, ...more] = values.region ? [values.region, ...positionals] : positionals;
  if (!region || (!file && !values.list) || more.length > 0) throw new Error(USAGE);
  return {
    region,
    queries: file ? linesOf(readText(pathOf(file))) : [],
    out: values.out && pathOf(values.out),
    list: values.list && pathOf(values.list),
    houses: values.houses ? countOf(values.houses) : undefined,
  };
}

async function answer(ctx: Context, { queries, out, list }: Wish, { config, print }: CommandContext): Promise<number> {
  if (list) await writeList(ctx, list);
  const answers = await answersTo(ctx, queries, config.database.poolPerRegion);
  if (out) writeFileSync(out, answers.map((line) => `${line}\n`).join(''));
  else for (const line of answers) print(line);
  return 0;
}

/** As many lines as queries, in their order; asked side by side, as many as the region has connections. */
async function answersTo(ctx: Context, queries: readonly string[], parallel: number): Promise<string[]> {
  const answers: string[] = [];
  const left = queries.entries();
  const ask = async () => {
    for (const [at, query] of left) {
      const hits = await findHouses(ctx, query, CANDIDATES);
      const addresses = Array.from({ length: CANDIDATES }, (_, place) => hits[place]?.address ?? '');
      answers[at] = [query, ...addresses].map(cell).join('\t');
    }
  };
  await Promise.all(Array.from({ length: parallel }, ask));
  return answers;
}

async function writeList(ctx: Context, file: string): Promise<void> {
  const out = createWriteStream(file);
  for await (const address of addressesOf(ctx))
    if (!out.write(`${address}\n`)) await new Promise((resolve) => out.once('drain', resolve));
  out.end();
  await finished(out);
}

function readText(file: string): string {
  if (!existsSync(file)) throw new Error(`No such file: ${file}`);
  return readFileSync(file, 'utf8');
}

function countOf(text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1 || count > 5_000_000) throw new Error('--houses takes a number from 1 to 5000000');
  return count;
}

/** As many answers as lines: an empty line in between is a query that finds nothing. */
function linesOf(text: string): string[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  while (lines.length > 0 && !lines.at(-1)?.trim()) lines.pop();
  return lines;
}

function cell(text: string): string {
  return text.replace(/[\t\r\n]+/g, ' ');
}

export default addressAsk;
