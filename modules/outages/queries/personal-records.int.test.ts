// What outages keep about a person: copied for them, forgotten for good, nobody else's touched.
import { asResident } from '@zhkh/tools/testing';
import { expect } from 'vitest';
import { subscribe } from '../commands/subscribe.server.ts';
import { accountOf, announceIn, followedBy, it, readerOf } from '../testing/it.ts';
import { sentTo, work } from '../testing/scene.ts';
import { subscriptionRecords } from './personal-records.server.ts';

it('right: the copy names ways and houses; forgetting takes all, and no message comes any more', async ({ regions, here }) => {
  const account = accountOf(here.resident);
  const records = subscriptionRecords(here.system);
  expect(await records.copy(account)).toEqual({
    ways: [{ by_mail: false, by_sms: true, email: null, email_confirmed_at: null, created_at: regions.clock.now() }],
    houses: [{ house_id: here.houses[0], created_at: regions.clock.now() }],
  });
  await here.system.write((w) => records.forget(w, account));
  await announceIn(here);
  await work(regions, here.system);
  expect(await sentTo(here.system, account)).toEqual([]);
  expect(await records.copy(account)).toEqual({ ways: [], houses: [] });
});

it('refused: a neighbour’s records are neither copied nor forgotten', async ({ regions, here }) => {
  const neighbour = await asResident(regions, 'tyumen');
  await subscribe(neighbour, here.houses[1]);
  const kept = await readerOf(here, neighbour);
  const records = subscriptionRecords(here.system);
  expect(JSON.stringify(await records.copy(accountOf(here.resident)))).not.toContain(here.houses[1]);
  await here.system.write((w) => records.forget(w, accountOf(here.resident)));
  expect([await readerOf(here, neighbour), await followedBy(here, neighbour)]).toEqual([kept, [here.houses[1]]]);
});

it('other region: a person of the same id there is not known here', async ({ here, there }) => {
  const records = subscriptionRecords(here.system);
  expect(await records.copy(accountOf(there.resident))).toEqual({ ways: [], houses: [] });
  await here.system.write((w) => records.forget(w, accountOf(there.resident)));
  expect(await followedBy(there, there.resident)).toEqual([there.houses[0]]);
});
