// npm run prove -- mutants [MODULE | MODULE/FILE …]: StrykerJS changes the rules in each domain folder one by one; a change no test notices survives.
// Fails under 80 % and on a survivor that domain/survivors.json does not explain.
import { existsSync, globSync, readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Stryker } from '@stryker-mutator/core';
import { projectRoot } from '../../testing/e2e.ts';
import { type Explained, explainedList, type Mutant, scoreOf, survivorsOf, unexplained } from './survivors.ts';

const LEAST = 80;
const CONFIG = 'platform/tools/prove/mutants/vitest.config.ts';

const wanted = process.argv.slice(2).map((word) => word.split('/') as [id: string, file?: string]);
const all = globSync('modules/*/domain', { cwd: projectRoot }).map((folder) => path.basename(path.dirname(folder)));
const unknown = wanted.filter(([id]) => !all.includes(id)).map(([id]) => id);
if (unknown.length > 0) throw new Error(`No domain folder in: ${unknown.join(', ')}`);

process.chdir(projectRoot);
const held: boolean[] = [];
for (const [id, file = '*'] of wanted.length > 0 ? wanted : all.map((one): [string] => [one])) held.push(await prove(id, file));
process.exit(held.every(Boolean) ? 0 : 1);

/** `name`: of the files without its ending; `*` = all. */
async function prove(id: string, name: string): Promise<boolean> {
  const started = Date.now();
  const domain = `modules/${id}/domain`;
  const mutants = (await mutate(id, domain, name)).map(({ fileName, location, mutatorName, replacement, status }): Mutant => {
    const file = path.relative(path.join(projectRoot, domain), fileName);
    return { file, location, mutator: mutatorName, replacement: replacement ?? '', status };
  });
  const score = scoreOf(mutants);
  const survivors = survivorsOf(mutants, (file) => readFileSync(path.join(domain, file), 'utf8'));
  const explained = readExplained(domain).filter(({ file }) => path.matchesGlob(file, `**/${name}.ts`));
  const { open, gone } = unexplained(survivors, explained);
  for (const one of open) say(`${JSON.stringify({ ...one, why: '' })},`);
  for (const one of gone) say(`${domain}: noticed now, strike it out of survivors.json: ${one.file}: ${one.change}`);
  const seconds = ((Date.now() - started) / 1000).toFixed(0);
  say(
    `${id}: ${score.toFixed(1)} % of ${mutants.length} mutants noticed, ${survivors.length} survived, ${open.length} of them unexplained, ${seconds} s`,
  );
  return score >= LEAST && open.length === 0;
}

/** In a copy of the module under .cache: a broken run leaves no mutant behind. Its domain's own tests judge. */
function mutate(id: string, domain: string, name: string) {
  return new Stryker({
    mutate: [`${domain}/**/${name}.ts`, `!${domain}/**/*.test.ts`],
    ignorePatterns: ['**', `!modules/${id}/**`, '!package.json', '!tsconfig.base.json', `!${CONFIG}`],
    testRunner: 'vitest',
    plugins: ['@stryker-mutator/vitest-runner'],
    vitest: { configFile: CONFIG, related: true },
    coverageAnalysis: 'perTest',
    concurrency: os.availableParallelism(),
    // On a busy machine a slow test is not a test that noticed.
    timeoutMS: 15_000,
    tempDirName: '.cache/stryker',
    reporters: ['progress-append-only', 'html'],
    htmlReporter: { fileName: `.cache/mutants/${id}.html` },
    warnings: false,
  }).runMutationTest();
}

function readExplained(domain: string): Explained[] {
  const file = path.join(domain, 'survivors.json');
  return existsSync(file) ? explainedList.parse(JSON.parse(readFileSync(file, 'utf8'))) : [];
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
