// npm run prove -- at-length [WORD…]: the tests that `npm test` runs short (those that ask `atLength`), whole; words narrow the files.
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { inherit } from '../commands/tenant.ts';
import { projectRoot } from '../testing/e2e.ts';

const words = process.argv.slice(2);
const env = { ...process.env, TEST_AT_LENGTH: '1', NODE_ENV: 'test' };
const bin = (name: string) => path.join(projectRoot, 'node_modules', ...name.split('/'));

const files = globSync(['{platform,modules,apps}/**/*.test.ts', 'apps/*/e2e/*.spec.ts'], {
  cwd: projectRoot,
  exclude: ['**/node_modules/**', '**/build/**'],
})
  .filter((file) => readFileSync(path.join(projectRoot, file), 'utf8').includes('atLength('))
  .filter((file) => words.length === 0 || words.some((word) => file.includes(word)));
const specs = files.filter((file) => file.endsWith('.spec.ts'));
const tests = files.filter((file) => !specs.includes(file));

process.stdout.write(`${files.join('\n')}\n`);
const codes = [files.length === 0 ? 1 : 0];
if (tests.length > 0)
  codes.push(await inherit([bin('vitest/vitest.mjs'), 'run', '--testTimeout=600000', ...tests], projectRoot, env));
if (specs.length > 0)
  codes.push(await inherit([bin('@playwright/test/cli.js'), 'test', '--reporter=list', ...specs], projectRoot, env));
process.exitCode = Math.max(...codes);
