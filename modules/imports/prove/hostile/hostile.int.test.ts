// The proof of hostile files in small: some of every family, and a planted bug it must see.
import type { Context } from '@zhkh/kernel/module.server';
import { systemIn, type TwoRegions, twoRegions } from '@zhkh/tools/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { installed } from '../../../installed.server.ts';
import { loadGround } from './load-ground.server.ts';
import { hostileFiles } from './make.ts';
import { memoryOf } from './memory-of.ts';
import { runHostile } from './run.ts';

const EACH = 5;
const SECONDS = 20;

let regions: TwoRegions;
let ctx: Context;

beforeAll(async () => {
  regions = await twoRegions(installed);
  ctx = await systemIn(regions, 'tyumen');
  await loadGround(ctx);
});
afterAll(() => regions.close());

function ground() {
  const { database, config } = regions;
  return {
    ctx,
    folder: config.dataDir,
    addresses: { databaseUrl: database.controlUrl, databaseOwnerUrl: database.ownerUrl, dataDir: config.dataDir },
  };
}

const quiet = { seconds: SECONDS, say: () => undefined };

describe('hostile files', () => {
  it('neither crash nor hang an import, nor leave half of one', { timeout: 120_000 }, async () => {
    const all = (await hostileFiles(2, 0)).filter((file) => !LONG.test(file.title));
    const some = all.filter((file, at) => at % EACH === 0 || /NUL|corner/.test(file.title));
    expect(some.length).toBeGreaterThanOrEqual(28);
    const outcome = await runHostile(ground(), some, { plant: false, ...quiet });
    expect([...outcome.violations, ...memoryOf(outcome.megabytes).violations]).toEqual([]);
    expect(outcome.files).toBe(some.length);
  });

  it('are seen to leave half when the import is made to', { timeout: 60_000 }, async () => {
    const taken = (await hostileFiles(2, 0)).filter((file) => PLANTED.test(file.title));
    const outcome = await runHostile(ground(), taken, { plant: true, ...quiet });
    expect(outcome.violations.join('\n')).toContain('half applied');
  });
});

const LONG = /bomb|MB|million|thousand files|without end|20 000/;
const PLANTED = /^table: (UTF-16 LE with mark|UTF-16 BE with mark|windows-1251|every row a hundred times|rows in reverse)$/;
