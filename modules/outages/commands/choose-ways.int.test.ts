// How a resident is told: SMS at once, mail when the owner of the address has agreed.
import { asResident } from '@zhkh/tools/testing';
import { expect } from 'vitest';
import { askedToken, HOUR, it, readerOf } from '../testing/it.ts';
import { chooseWays } from './choose-ways.server.ts';
import { confirmAddress } from './confirm-address.server.ts';

it('right: a new address is asked once and waits for its owner', async ({ regions, here }) => {
  const ways = { bySms: false, byMail: true, email: 'olga@ways.example' };
  expect(await chooseWays(here.resident, ways)).toEqual({ confirming: true });
  expect(await chooseWays(here.resident, ways)).toEqual({ confirming: true });
  const waiting = { by_sms: false, by_mail: true, email: 'olga@ways.example', email_confirmed_at: null };
  expect(await readerOf(here, here.resident)).toMatchObject({
    ...waiting,
    confirm_until: new Date(regions.clock.now().getTime() + 48 * HOUR),
  });
  const letters = here.system.db.selectFrom('outgoing_message').select('purpose').where('recipient', '=', 'olga@ways.example');
  expect(await letters.execute()).toEqual([{ purpose: 'outages.confirm' }]);
  await confirmAddress(here.resident, await askedToken(here, 'olga@ways.example'));
  expect(await chooseWays(here.resident, { ...ways, bySms: true })).toEqual({ confirming: false });
  expect(await readerOf(here, here.resident)).toMatchObject({ by_sms: true, email_confirmed_at: regions.clock.now() });
});

it('right: without mail the address is forgotten', async ({ here }) => {
  await chooseWays(here.resident, { bySms: true, byMail: true, email: 'anna@ways.example' });
  expect(await chooseWays(here.resident, { bySms: true, byMail: false, email: 'anna@ways.example' })).toEqual({
    confirming: false,
  });
  const none = { by_mail: false, email: null, confirm_hash: null, confirm_until: null };
  expect(await readerOf(here, here.resident)).toMatchObject({ by_sms: true, ...none });
});

it('refused: staff, residents without consent, and what is no address; a neighbour’s ways stay', async ({ regions, here }) => {
  const ways = { bySms: true, byMail: true, email: 'x@ways.example' };
  const neighbour = await readerOf(here, here.resident);
  for (const ctx of [here.employee, here.official, await asResident(regions, 'tyumen', { consented: false })])
    await expect(chooseWays(ctx, ways)).rejects.toMatchObject({ kind: 'forbidden' });
  const other = await asResident(regions, 'tyumen');
  await expect(chooseWays(other, { ...ways, email: 'не адрес' })).rejects.toMatchObject({
    fields: { email: { key: 'platform:form.email' } },
  });
  expect(await readerOf(here, other)).toBeUndefined();
  await chooseWays(other, { bySms: false, byMail: false, email: '' });
  expect(await readerOf(here, here.resident)).toEqual(neighbour);
});

it('other region: the ways chosen there are not those here', async ({ here, there }) => {
  const before = await readerOf(here, here.resident);
  await chooseWays(there.resident, { bySms: false, byMail: false, email: '' });
  expect(await readerOf(there, there.resident)).toMatchObject({ by_sms: false });
  expect(await readerOf(here, there.resident)).toBeUndefined();
  expect(await readerOf(here, here.resident)).toEqual(before);
});
