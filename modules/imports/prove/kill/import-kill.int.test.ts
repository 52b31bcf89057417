// Proves killed imports in small: in staging, in applying, about the commit; and a planted bug it must see.
import type { Context } from '@zhkh/kernel/module.server';
import { systemIn, type TwoRegions, twoRegions } from '@zhkh/tools/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { installed } from '../../../installed.server.ts';
import { demoFile } from '../../testing/demo-files.ts';
import { seeded } from '@zhkh/tools/testing/seeded';
import { killed, type Load, undisturbed } from './run.ts';

const loads: Load[] = [{ connector: 'ozhf', filePath: demoFile('ozhf'), records: 3000 }];

let calm: TwoRegions;
let stormy: TwoRegions;

beforeAll(async () => {
  [calm, stormy] = await Promise.all([twoRegions(installed), twoRegions(installed)]);
});
afterAll(() => Promise.all([calm.close(), stormy.close()]));

async function killedIn(regions: TwoRegions, ctx: Context, plant: boolean) {
  const expected = await undisturbed(await systemIn(calm, 'tyumen'), loads);
  const { database, config } = regions;
  const addresses = { databaseUrl: database.controlUrl, databaseOwnerUrl: database.ownerUrl, dataDir: config.dataDir };
  return killed({ ctx, addresses }, loads, expected, { kills: 3, random: seeded(3), plant, say: () => undefined });
}

it('sees facts that came in before the word that they are in', { timeout: 60_000 }, async () => {
  const planted = await twoRegions(installed);
  try {
    const outcome = await killedIn(planted, await systemIn(planted, 'tyumen'), true);
    expect(outcome.violations.join('\n')).toContain('half of it stayed');
  } finally {
    await planted.close();
  }
});

it('ends as without kills', { timeout: 60_000 }, async () => {
  const outcome = await killedIn(stormy, await systemIn(stormy, 'tyumen'), false);
  expect(outcome.violations).toEqual([]);
  expect(Object.values(outcome.kills).reduce((sum, n) => sum + n, 0)).toBeGreaterThanOrEqual(2);
});
