// The home of an account.
import type { Context } from '@zhkh/kernel/module.server';
import { asResident } from '@zhkh/tools/testing';
import { expect } from 'vitest';
import { bindResidence } from '../commands/bind-residence.server.ts';
import { makeHouse } from '../testing/factories.ts';
import { accountOf, it, MONDAY } from '../testing/it.ts';
import { residence } from './residence.server.ts';

const settle = (ctx: Context, houseId: string): Promise<void> =>
  ctx.write((w) => bindResidence(ctx, w, { accountId: accountOf(ctx), houseId, flat: '12' }));

it('right: the present home with its flat, not an earlier one', async ({ here }) => {
  await settle(here.resident, await makeHouse(here.system));
  await settle(here.resident, here.houseId);
  const home = { houseId: here.houseId, flat: '12', since: MONDAY.toISOString(), street: 'ул. Проверочная' };
  expect(await residence(here.resident, accountOf(here.resident))).toMatchObject(home);
});

it('refused: the home of a neighbour is not that of another account', async ({ regions, here }) => {
  await settle(here.resident, here.houseId);
  const neighbour = await asResident(regions, 'tyumen');
  expect(await residence(neighbour, accountOf(neighbour))).toBeNull();
});

it('other region: an account from there has no home here', async ({ here, there }) => {
  await settle(there.resident, there.houseId);
  expect(await residence(here.system, accountOf(there.resident))).toBeNull();
  expect((await residence(there.system, accountOf(there.resident)))?.houseId).toBe(there.houseId);
});
