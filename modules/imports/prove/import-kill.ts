// npm run prove -- import-kill [--seed N] [--kills N] [--plant commit-early]: the importing process dies by
// SIGKILL in the middle of staging, of applying and about the commit; the next import must end as if nobody
// had died.
import path from 'node:path';
import { parseArgs } from 'node:util';
import { addressesOf, openGround } from '../testing/ground.ts';
import { garSource } from '../testing/invented-sources.ts';
import { demoFile } from '../testing/demo-files.ts';
import { killed, type Load, undisturbed } from './kill/run.ts';
import { seeded } from '@zhkh/tools/testing/seeded';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    kills: { type: 'string', default: '36' },
    plant: { type: 'string' },
  },
});
const say = (line: string) => process.stdout.write(`${line}\n`);

const calm = await openGround();
const stormy = await openGround();
try {
  const loads: Load[] = [
    { connector: 'ozhf', filePath: demoFile('ozhf'), records: 5000 },
    { connector: 'contracts', filePath: demoFile('contracts'), records: 100 },
    { connector: 'egrul', filePath: demoFile('egrul'), records: 10 },
    { connector: 'gar', filePath: await garSource(calm.folder, 4000, 1), records: 20_000 },
    { connector: 'gar', filePath: await garSource(calm.folder, 4000, 2), records: 20_000 },
    { connector: 'kr1-houses', filePath: demoFile('kr1-houses'), records: 100 },
  ];
  const expected = await undisturbed(calm.ctx, loads);
  say(`seed ${values.seed}: ${loads.map(({ filePath }) => path.basename(filePath)).join(', ')}`);
  const ground = { ctx: stormy.ctx, addresses: addressesOf(stormy.postgres, stormy.folder) };
  const plant = values.plant === 'commit-early';
  const outcome = await killed(ground, loads, expected, {
    kills: Number(values.kills),
    random: seeded(Number(values.seed)),
    plant,
    say,
  });
  const kills = Object.entries(outcome.kills);
  say(
    `kills ${kills.reduce((sum, [, n]) => sum + n, 0)}: ${kills.map(([phase, n]) => `${phase} ${n}`).join(', ')}; ended before the blow ${outcome.missed}`,
  );
  say(`violations: ${outcome.violations.length}`);
  for (const violation of outcome.violations) say(`  ${violation}`);
  process.exitCode = outcome.violations.length > 0 ? 1 : 0;
} finally {
  await stormy.close();
  await calm.close();
}
