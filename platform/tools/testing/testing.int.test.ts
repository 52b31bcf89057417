// The test kit itself: two regions stand, people act in them, and the leak probe catches a planted leak.
import type { Context } from '@zhkh/kernel/module.server';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { asEmployee, asResident, canary, leakProbe, systemIn, type TwoRegions, twoRegions } from './index.ts';

let regions: TwoRegions;
beforeAll(async () => {
  regions = await twoRegions([]);
});
afterAll(() => regions.close());

it('gives each region people of its own', async () => {
  const [here, there] = [await asResident(regions, 'tyumen'), await asEmployee(regions, 'omsk')];
  expect(here.tenant.slug).toBe('tyumen');
  const accounts = await there.db.selectFrom('account').select('id').execute();
  expect(accounts).toHaveLength(1);
});

it('lets an honest query pass and catches a planted leak, by id and by text', async () => {
  const foreign = await asResident(regions, 'omsk', { name: canary('omsk') });
  const honest = (ctx: Context) => ctx.db.selectFrom('account').selectAll().execute();
  await expect(leakProbe(regions, honest)).resolves.toBeUndefined();
  await expect(leakProbe(regions, async () => ({ note: canary('omsk') }))).rejects.toThrow(/Leak into tyumen/);
  const id = foreign.actor.kind === 'resident' ? foreign.actor.accountId : '';
  await expect(leakProbe(regions, async () => [id])).rejects.toThrow(/omsk\.account/);
});

it('does not let a region reach the other by naming its schema', async () => {
  const ctx = await systemIn(regions, 'tyumen');
  const reach = ctx.db
    .selectFrom(`${regions.region('omsk').schema}.account` as 'account')
    .selectAll()
    .execute();
  await expect(reach).rejects.toThrow();
});
