// The card on a resident's home page: what is off at home.
import { directory } from '@zhkh/directory';
import { asResident } from '@zhkh/tools/testing';
import { expect } from 'vitest';
import { accountOf, announceIn, it as base } from '../testing/it.ts';
import type { Scene } from '../testing/scene.ts';
import { residentCard } from './resident-card.server.ts';

const settle = ({ resident, houses }: Scene): Promise<void> =>
  resident.write((w) =>
    resident.service(directory).bindResidence(w, { accountId: accountOf(resident), houseId: houses[0], flat: '7' }),
  );

/** The resident of the scene lives in its first house. */
const it = base.extend('home', async ({ here }) => {
  await settle(here);
  return here.houses[0];
});

it('right: outages of the home, and that it is followed', async ({ here, home, outageId }) => {
  expect(await residentCard(here.resident)).toMatchObject({ houseId: home, items: [{ id: outageId }], following: true });
});

it('refused: nobody without a home, without consent, or on the staff has a card', async ({ regions, here, home }) => {
  await announceIn(here);
  expect((await residentCard(here.resident))?.houseId).toBe(home);
  const others = [await asResident(regions, 'tyumen'), await asResident(regions, 'tyumen', { consented: false })];
  for (const ctx of [...others, here.employee, here.official, here.system]) expect(await residentCard(ctx)).toBeNull();
});

it('other region: its outages are on no card here', async ({ here, there, home, outageId }) => {
  await settle(there);
  const theirs = await announceIn(there);
  expect((await residentCard(there.resident))?.items.map((item) => item.id)).toEqual([theirs]);
  expect(await residentCard(here.resident)).toMatchObject({ houseId: home, items: [{ id: outageId }] });
});
