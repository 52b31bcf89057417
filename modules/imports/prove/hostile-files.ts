// npm run prove -- hostile-files [--seed N] [--files N] [--plant half-applied]: spoilt, lying and bursting
// files over the connectors. No crash, no hang, no half of an import, memory flat.
import { parseArgs } from 'node:util';
import { seeded } from '@zhkh/tools/testing/seeded';
import { addressesOf, openGround } from '../testing/ground.ts';
import { loadGround } from './hostile/load-ground.server.ts';
import { hostileFiles } from './hostile/make.ts';
import { memoryOf } from './hostile/memory-of.ts';
import { runHostile } from './hostile/run.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    files: { type: 'string', default: '300' },
    only: { type: 'string' },
    plant: { type: 'string' },
  },
});
const say = (line: string) => process.stdout.write(`${line}\n`);

const ground = await openGround();
try {
  await loadGround(ground.ctx);
  // Mixed: memory that stays after the heavy ones must not look as if it crept.
  const files = mixed(await hostileFiles(Number(values.seed), Number(values.files))).filter(
    (file) => !values.only || `${file.title} ${file.connector}`.includes(values.only),
  );
  say(`seed ${values.seed}: ${files.length} files`);
  const outcome = await runHostile({ ...ground, addresses: addressesOf(ground.postgres, ground.folder) }, files, {
    plant: values.plant === 'half-applied',
    seconds: 60,
    say,
  });
  const { megabytes } = outcome;
  const refused = [...outcome.refused].toSorted((a, b) => b[1] - a[1]);
  say(`taken with their bad rows kept ${outcome.done}, refused ${refused.reduce((sum, [, n]) => sum + n, 0)}:`);
  for (const [reason, n] of refused) say(`  ${String(n).padStart(4)} ${reason}`);
  const memory = memoryOf(megabytes);
  say(memory.words);
  say(`heaviest: ${outcome.heaviest.map(({ title, megabytes: mb }) => `${mb.toFixed(0)} MB ${title}`).join('; ')}`);
  outcome.violations.push(...memory.violations);
  say(`slowest: ${outcome.slowest.seconds.toFixed(1)} s, ${outcome.slowest.title}`);
  say(`violations: ${outcome.violations.length}`);
  for (const violation of outcome.violations) say(`  ${violation}`);
  process.exitCode = outcome.violations.length > 0 ? 1 : 0;
} finally {
  await ground.close();
}

function mixed<T>(list: readonly T[]): T[] {
  const random = seeded(Number(values.seed));
  return list
    .map((item) => ({ item, at: random.next() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ item }) => item);
}
