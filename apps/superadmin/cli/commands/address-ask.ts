// tenant address-ask SLUG [FILE] [--out OUT] [--list LIST] [--houses N]: every line of the file is typed into the address search; a line of
// TSV with five candidates each. LIST takes the full addresses of the stock. N houses are invented instead of taking the region's.
import { createWriteStream, existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { finished } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import type { Context } from '@zhkh/kernel/module.server';
import { addressesOf, findHouses } from '../../../../modules/installed.server.ts';
import { type Command, type CommandInput, regionOf, withRuntime } from '../command.ts';
import { demoRegions } from '../demo-regions.ts';
import { syntheticRegion } from '../synthetic-region.ts';
import ensure from './ensure.ts';
import migrate from './migrate.ts';

const CANDIDATES = 5;
const USAGE = 'tenant address-ask SLUG [FILE] [--out OUT] [--list LIST] [--houses N]';

const addressAsk: Command = async (input) => {
  const { values, positionals } = parseArgs({
    args: input.args,
    options: { out: { type: 'string' }, list: { type: 'string' }, houses: { type: 'string' } },
    allowPositionals: true,
  });
  const [region = '', file] = positionals;
  if (!region || (!file && !values.list)) throw new Error(USAGE);
  const queries = file ? linesOf(readText(file)) : [];
  const slug = values.houses
    ? await syntheticRegion(input.config, countOf(values.houses), aside)
    : await demoRegion(input, region);
  return withRuntime(input.config, async (runtime) => {
    const ctx = await runtime.systemContext(await regionOf(runtime, slug));
    if (values.list) await writeList(ctx, path.resolve(values.list));
    const answers = await answersTo(ctx, queries, input.config.database.poolPerRegion);
    if (values.out) writeFileSync(path.resolve(values.out), answers.map((line) => `${line}\n`).join(''));
    else for (const line of answers) input.say(line);
    return 0;
  });
};

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

/** The demo regions are made first where there are none, and brought up to date; what is said about it stays out of the table. */
async function demoRegion(input: CommandInput, slug: string): Promise<string> {
  const slugs = demoRegions.map((region) => region.slug);
  if (!slugs.includes(slug)) return slug;
  const known = await withRuntime(input.config, (runtime) => runtime.tenants.list()).catch(() => []);
  if (known.some((tenant) => tenant.slug === slug)) await migrate({ ...input, args: [], say: aside });
  else await ensure({ ...input, args: slugs, say: aside });
  return slug;
}

function aside(line: string): void {
  process.stderr.write(`${line}\n`);
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
