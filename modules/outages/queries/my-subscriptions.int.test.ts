// What a resident follows and how the news comes.
import { directory } from '@zhkh/directory';
import { asResident } from '@zhkh/tools/testing';
import { expect } from 'vitest';
import { chooseWays } from '../commands/choose-ways.server.ts';
import { subscribe } from '../commands/subscribe.server.ts';
import { accountOf, addressOf, it } from '../testing/it.ts';
import { mySubscriptions } from './my-subscriptions.server.ts';

it('right: followed houses with what is off there, the home to follow, hits by words, the ways', async ({ here, outageId }) => {
  const { resident, houses } = here;
  const [followed, home] = houses;
  const bind = { accountId: accountOf(resident), houseId: home, flat: '7' };
  await resident.write((w) => resident.service(directory).bindResidence(w, bind));
  await chooseWays(resident, { bySms: true, byMail: true, email: 'olga@mine.example' });
  const mine = await mySubscriptions(resident, 'Проверочная');
  expect(mine).toMatchObject({
    houses: [{ id: followed, address: await addressOf(here, followed), outages: [{ id: outageId }] }],
    home: { id: home },
    maxHouses: 5,
    ways: { bySms: true, byMail: true, email: 'olga@mine.example', confirmed: false, waiting: true },
  });
  expect(mine.hits.length).toBeGreaterThan(0);
  expect(mine.hits.map((hit) => hit.id)).not.toContain(followed);
  await subscribe(resident, home);
  expect(await mySubscriptions(resident, '')).toMatchObject({ home: null, hits: [] });
});

it('refused: a neighbour sees none of it, staff and those without consent have no such page', async ({ regions, here }) => {
  await chooseWays(here.resident, { bySms: true, byMail: true, email: 'olga@private.example' });
  const neighbour = await mySubscriptions(await asResident(regions, 'tyumen'), '');
  expect(neighbour).toMatchObject({ houses: [], home: null, ways: { email: '', byMail: false, waiting: false } });
  for (const ctx of [here.employee, here.official, await asResident(regions, 'tyumen', { consented: false })])
    await expect(mySubscriptions(ctx, '')).rejects.toMatchObject({ kind: 'forbidden' });
});

it('other region: what is followed there is not followed here', async ({ here, there }) => {
  expect((await mySubscriptions(there.resident, '')).houses.map((house) => house.id)).toEqual([there.houses[0]]);
  expect((await mySubscriptions(here.resident, '')).houses.map((house) => house.id)).toEqual([here.houses[0]]);
});
