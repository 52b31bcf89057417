// The link in the letter: shown as often as one likes, followed once, for two days.
import { anonymousIn } from '@zhkh/tools/testing';
import { expect } from 'vitest';
import { askedToken, HOUR, it as base, readerOf } from '../testing/it.ts';
import { chooseWays } from './choose-ways.server.ts';
import { confirmAddress, isAsked } from './confirm-address.server.ts';

/** The token of an address that was asked; each test has an address of its own. */
let addresses = 0;
const it = base.extend('token', async ({ here }) => {
  const email = `owner-${(addresses += 1)}@confirm.example`;
  await chooseWays(here.resident, { bySms: false, byMail: true, email });
  return askedToken(here, email);
});

it('right: looking changes nothing, following confirms, once and without signing in', async ({ regions, here, token }) => {
  const anybody = await anonymousIn(regions, 'tyumen');
  const before = await readerOf(here, here.resident);
  expect(await isAsked(anybody, token)).toBe(true);
  expect(await readerOf(here, here.resident)).toEqual(before);
  expect(await confirmAddress(anybody, token)).toBe(true);
  const confirmed = { email_confirmed_at: regions.clock.now(), confirm_hash: null, confirm_until: null };
  expect(await readerOf(here, here.resident)).toMatchObject(confirmed);
  expect([await isAsked(anybody, token), await confirmAddress(anybody, token)]).toEqual([false, false]);
});

it('refused: another token, and this one after two days', async ({ regions, here, token }) => {
  const wrong = `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`;
  expect([await isAsked(here.resident, wrong), await confirmAddress(here.resident, wrong)]).toEqual([false, false]);
  regions.clock.advance(48 * HOUR);
  expect([await isAsked(here.resident, token), await confirmAddress(here.resident, token)]).toEqual([false, false]);
  expect((await readerOf(here, here.resident))?.email_confirmed_at).toBeNull();
});

it('other region: the link opens nothing there', async ({ here, there, token }) => {
  expect([await isAsked(there.resident, token), await confirmAddress(there.system, token)]).toEqual([false, false]);
  expect(await isAsked(here.resident, token)).toBe(true);
});
