// tenant address-ask SLUG FILE [OUT]: every line of the file is typed into the address search; a line of TSV with five candidates each.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { findHouses } from '../../../../modules/installed.server.ts';
import { type Command, regionOf, withRuntime } from '../command.ts';
import { demoRegions } from '../demo-regions.ts';
import ensure from './ensure.ts';

const CANDIDATES = 5;

const addressAsk: Command = async (input) => {
  const [slug = '', file, out] = input.args;
  if (!file) throw new Error('tenant address-ask SLUG FILE [OUT]');
  const queries = linesOf(readFileSync(path.resolve(file), 'utf8'));
  if (demoRegions.some((region) => region.slug === slug)) await makeDemo(input);
  return withRuntime(input.config, async (runtime) => {
    const ctx = await runtime.systemContext(await regionOf(runtime, slug));
    const answers: string[] = [];
    for (const query of queries) {
      const hits = await findHouses(ctx, query, CANDIDATES);
      const addresses = Array.from({ length: CANDIDATES }, (_, at) => hits[at]?.address ?? '');
      answers.push([query, ...addresses].map(cell).join('\t'));
    }
    if (out) writeFileSync(path.resolve(out), answers.map((line) => `${line}\n`).join(''));
    else for (const line of answers) input.say(line);
    return 0;
  });
};

/** On a database that has no regions yet the demo ones are made first; what is said about it stays out of the table. */
async function makeDemo(input: Parameters<Command>[0]): Promise<void> {
  const slugs = demoRegions.map((region) => region.slug);
  const known = await withRuntime(input.config, (runtime) => runtime.tenants.list()).catch(() => []);
  if (known.some((tenant) => tenant.slug === input.args[0])) return;
  await ensure({ ...input, args: slugs, say: (line) => console.error(line) });
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
