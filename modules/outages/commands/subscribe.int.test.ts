// A resident follows houses, up to the bound of the region, and lets them go.
import { makeHouse } from '@zhkh/directory/testing';
import { newId } from '@zhkh/kernel/db.server';
import { asResident } from '@zhkh/tools/testing';
import { expect } from 'vitest';
import { followedBy, it, readerOf } from '../testing/it.ts';
import { subscribe, unsubscribe } from './subscribe.server.ts';

it('right: so many houses and no more, each once; the first way is SMS', async ({ regions, here }) => {
  const resident = await asResident(regions, 'tyumen');
  const houses = await Promise.all([1, 2, 3, 4, 5, 6].map(() => makeHouse(here.system)));
  for (const house of houses.slice(0, 5)) await subscribe(resident, house);
  await subscribe(resident, houses[0] ?? '');
  expect(await followedBy(here, resident)).toEqual(houses.slice(0, 5).sort());
  expect(await readerOf(here, resident)).toMatchObject({ by_sms: true, by_mail: false, email: null });
  await expect(subscribe(resident, houses[5] ?? '')).rejects.toThrow('outages.too-many-houses');
  await unsubscribe(resident, houses[0] ?? '');
  await subscribe(resident, houses[5] ?? '');
  expect(await followedBy(here, resident)).toEqual(houses.slice(1).sort());
});

it('refused: staff, residents without consent, a house that is none; nobody lets go for another', async ({ regions, here }) => {
  const [house] = here.houses;
  const people = [here.employee, here.official, here.system, await asResident(regions, 'tyumen', { consented: false })];
  for (const ctx of people) {
    await expect(subscribe(ctx, house)).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(unsubscribe(ctx, house)).rejects.toMatchObject({ kind: 'forbidden' });
  }
  await expect(subscribe(here.resident, newId())).rejects.toMatchObject({ kind: 'notFound' });
  await unsubscribe(await asResident(regions, 'tyumen'), house);
  expect(await followedBy(here, here.resident)).toEqual([house]);
});

it('other region: its houses are not followed here, nor let go from there', async ({ here, there }) => {
  await expect(subscribe(here.resident, there.houses[0])).rejects.toMatchObject({ kind: 'notFound' });
  await unsubscribe(there.resident, here.houses[0]);
  expect(await followedBy(here, here.resident)).toEqual([here.houses[0]]);
  expect(await followedBy(there, there.resident)).toEqual([there.houses[0]]);
});
