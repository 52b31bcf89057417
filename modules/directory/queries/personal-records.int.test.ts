// Homes of a person: copied for them, forgotten for good, nobody else's touched.
import type { Context } from '@zhkh/kernel/module.server';
import { asResident } from '@zhkh/tools/testing';
import { expect } from 'vitest';
import { bindResidence } from '../commands/bind-residence.server.ts';
import { makeHouse } from '../testing/factories.ts';
import { accountOf, DAY, it, MONDAY } from '../testing/it.ts';
import { residenceRecords } from './personal-records.server.ts';
import { residence } from './residence.server.ts';

const settle = (ctx: Context, houseId: string): Promise<void> =>
  ctx.write((w) => bindResidence(ctx, w, { accountId: accountOf(ctx), houseId, flat: '12' }));

it('right: the copy names homes now and before; forgetting takes them all', async ({ regions, here }) => {
  await settle(here.resident, await makeHouse(here.system));
  regions.clock.advance(DAY);
  await settle(here.resident, here.houseId);
  const records = residenceRecords(here.system);
  expect(await records.copy(accountOf(here.resident))).toMatchObject([
    { flat: '12', since: MONDAY, until: regions.clock.now() },
    { flat: '12', since: regions.clock.now(), until: null },
  ]);
  await here.system.write((w) => records.forget(w, accountOf(here.resident)));
  expect(await records.copy(accountOf(here.resident))).toEqual([]);
});

it('refused: a neighbour’s home is neither copied nor forgotten', async ({ regions, here }) => {
  const neighbour = await asResident(regions, 'tyumen');
  await settle(neighbour, here.houseId);
  const records = residenceRecords(here.system);
  expect(await records.copy(accountOf(here.resident))).toEqual([]);
  await here.system.write((w) => records.forget(w, accountOf(here.resident)));
  expect((await residence(neighbour, accountOf(neighbour)))?.houseId).toBe(here.houseId);
});

it('other region: a person from there is not known here', async ({ here, there }) => {
  await settle(there.resident, there.houseId);
  const records = residenceRecords(here.system);
  expect(await records.copy(accountOf(there.resident))).toEqual([]);
  await here.system.write((w) => records.forget(w, accountOf(there.resident)));
  expect((await residence(there.system, accountOf(there.resident)))?.houseId).toBe(there.houseId);
});
