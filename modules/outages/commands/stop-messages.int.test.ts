// «Не присылать больше»: by the link of a letter, without signing in, for all houses at once.
import { anonymousIn, asResident } from '@zhkh/tools/testing';
import { expect } from 'vitest';
import { followedBy, it as base, readerOf } from '../testing/it.ts';
import { isKnownStop, stopMessages } from './stop-messages.server.ts';
import { subscribe } from './subscribe.server.ts';

const it = base.extend('token', async ({ here }) => (await readerOf(here, here.resident))?.stop_token ?? '');

it('right: looking changes nothing; pressing ends every way and every house, as often as it is pressed', async ({
  regions,
  here,
  token,
}) => {
  await subscribe(here.resident, here.houses[1]);
  const anybody = await anonymousIn(regions, 'tyumen');
  expect(await isKnownStop(anybody, token)).toBe(true);
  expect(await followedBy(here, here.resident)).toHaveLength(2);
  await stopMessages(anybody, token);
  await stopMessages(anybody, token);
  expect(await followedBy(here, here.resident)).toEqual([]);
  expect(await readerOf(here, here.resident)).toMatchObject({ by_mail: false, by_sms: false });
});

it('refused: a token that is none stops nobody, and a right one nobody else', async ({ regions, here, token }) => {
  const neighbour = await asResident(regions, 'tyumen');
  await subscribe(neighbour, here.houses[0]);
  const wrong = `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`;
  expect(await isKnownStop(here.system, wrong)).toBe(false);
  await stopMessages(here.system, wrong);
  expect(await followedBy(here, here.resident)).toEqual([here.houses[0]]);
  await stopMessages(here.system, token);
  expect(await followedBy(here, neighbour)).toEqual([here.houses[0]]);
});

it('other region: the link stops nothing there and nothing from there', async ({ here, there, token }) => {
  expect(await isKnownStop(there.system, token)).toBe(false);
  await stopMessages(there.system, token);
  expect(await followedBy(here, here.resident)).toEqual([here.houses[0]]);
  expect(await followedBy(there, there.resident)).toEqual([there.houses[0]]);
});
