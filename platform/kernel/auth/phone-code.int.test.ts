// Phone codes under attack: guesses, resends, races, sprays. The clock is moved by the test.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { AppError } from '../errors/index.ts';
import type { Context } from '../module/context.server.ts';
import { anonymousIn, atLength, type TwoRegions, twoRegions } from '@zhkh/tools/testing';
import { openChallenge, resendPhoneCode, sendPhoneCode, smsDelayed } from './phone-code.server.ts';
import { readSession } from './session.server.ts';
import { client, codeSentTo, requestWith, wrong } from './testing/sign-in-kit.ts';
import { verifyPhoneCode } from './verify-phone-code.server.ts';

let regions: TwoRegions;
let ctx: Context;
let last = 1_000_000;
const newPhone = () => `+7912${++last}`;
const hour = 3_600_000;

beforeAll(async () => {
  regions = await twoRegions([]);
  ctx = await anonymousIn(regions, 'tyumen');
});
afterAll(() => regions.close());

const ask = async (phone: string, address?: string) =>
  (await sendPhoneCode(ctx, regions.runtime, { phone, client: client(address), previous: null })).token;
const answer = (token: string | null, code: string, address?: string) =>
  verifyPhoneCode(ctx, regions.runtime, { token, code, client: client(address), currentSessionId: null });
const refusalOf = async (work: Promise<unknown>) =>
  work.then(
    () => 'accepted',
    (error: unknown) => (error instanceof AppError ? error.code : String(error)),
  );
const accounts = async (phone: string) =>
  (await ctx.db.selectFrom('account').select('id').where('phone', '=', phone).execute()).length;

it('signs in with the code once; 8 and +7 are one account', async () => {
  const phone = newPhone();
  const token = await ask(phone);
  const code = await codeSentTo(ctx, phone);
  const { setCookie } = await answer(token, ` ${code.slice(0, 3)} ${code.slice(3)} `);
  const read = await readSession(regions.runtime, ctx.tenant, requestWith(regions.runtime, setCookie));
  expect(read.actor).toMatchObject({ kind: 'resident', consented: false });
  expect(await refusalOf(answer(token, code))).toBe('auth.code-over');
  regions.clock.advance(hour);
  const again = await ask(phone.replace('+7', '8'));
  await answer(again, await codeSentTo(ctx, phone));
  expect(await accounts(phone)).toBe(1);
});

it('counts down the tries and closes after five, even for the right code', async () => {
  const phone = newPhone();
  const token = await ask(phone);
  const code = await codeSentTo(ctx, phone);
  for (const left of [4, 3, 2, 1]) {
    const refused = await answer(token, wrong(code)).catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: 'auth.code-wrong', params: { count: left } });
  }
  expect(await refusalOf(answer(token, '12345'))).toBe('auth.code-over');
  expect(await refusalOf(answer(token, code))).toBe('auth.code-over');
});

it('is bound to the browser that asked, and lives ten minutes', async () => {
  const [mine, theirs] = [newPhone(), newPhone()];
  const [token, other] = [await ask(mine), await ask(theirs)];
  const code = await codeSentTo(ctx, mine);
  expect(await refusalOf(answer(other, code))).toBe('auth.code-wrong');
  expect(await refusalOf(answer(null, code))).toBe('auth.code-over');
  regions.clock.advance(10 * 60_000);
  expect(await refusalOf(answer(token, code))).toBe('auth.code-over');
});

it('kills the old code on resend', async () => {
  const phone = newPhone();
  const token = await ask(phone);
  const old = await codeSentTo(ctx, phone);
  expect(await refusalOf(resendPhoneCode(ctx, regions.runtime, { token, client: client() }))).toBe('auth.code-too-soon');
  regions.clock.advance(61_000);
  await resendPhoneCode(ctx, regions.runtime, { token, client: client() });
  const fresh = await codeSentTo(ctx, phone);
  if (old !== fresh) expect(await refusalOf(answer(token, old))).toBe('auth.code-wrong');
  expect(await refusalOf(answer(token, fresh))).toBe('accepted');
});

it('tells when SMS do not go out', async () => {
  const phone = newPhone();
  const challenge = await openChallenge(ctx, await ask(phone));
  if (!challenge) throw new Error('no challenge');
  expect(await smsDelayed(ctx, challenge)).toBe(false);
  await ctx.db
    .updateTable('outgoing_message')
    .set({ tries: 1, last_error: '451 later' })
    .where('recipient', '=', phone)
    .execute();
  expect(await smsDelayed(ctx, challenge)).toBe(true);
});

it('answers the same for a known and an unknown phone', async () => {
  const known = newPhone();
  await answer(await ask(known), await codeSentTo(ctx, known));
  regions.clock.advance(hour);
  const unknown = newPhone();
  const [a, b] = [await ask(known), await ask(unknown)];
  expect(a.length).toBe(b.length);
  expect(await accounts(unknown)).toBe(0);
});

it('refuses a landline before anything is sent', async () => {
  const before = await ctx.db.selectFrom('outgoing_message').select('id').execute();
  expect(await refusalOf(ask('+7 3452 12-34-56'))).toBe('auth.phone-not-mobile');
  expect(await ctx.db.selectFrom('outgoing_message').select('id').execute()).toHaveLength(before.length);
});

it('lets one of many simultaneous right answers in', async () => {
  const phone = newPhone();
  const token = await ask(phone);
  const code = await codeSentTo(ctx, phone);
  const results = await Promise.all(Array.from({ length: 5 }, () => refusalOf(answer(token, code))));
  expect(results.filter((result) => result === 'accepted')).toHaveLength(1);
  expect(await accounts(phone)).toBe(1);
});

it('looks at five of thirty simultaneous guesses', async () => {
  const phone = newPhone();
  const token = await ask(phone, '198.51.100.1');
  const code = await codeSentTo(ctx, phone);
  const guess = () => refusalOf(answer(token, wrong(code), '198.51.100.1'));
  const results = await Promise.all(Array.from({ length: 30 }, guess));
  const row = await ctx.db.selectFrom('phone_challenge').select('tries').where('phone', '=', phone).executeTakeFirstOrThrow();
  expect(row.tries).toBe(5);
  expect(results.filter((result) => result === 'auth.code-wrong')).toHaveLength(4);
});

it('does not keep a code that can be found without the key', async () => {
  const phone = newPhone();
  await ask(phone);
  const code = await codeSentTo(ctx, phone);
  const row = await ctx.db.selectFrom('phone_challenge').selectAll().where('phone', '=', phone).executeTakeFirstOrThrow();
  const { scryptSync } = await import('node:crypto');
  const withoutKey = scryptSync(`${phone}:${code}`, row.code_salt, 32, { N: 2 ** 13, r: 8, p: 1 });
  expect(withoutKey.equals(row.code_hash)).toBe(false);
  expect(row.code_hash.includes(code)).toBe(false);
});

it('counts at most twenty of thousands of scripted guesses at one phone in a day', async () => {
  const all = atLength({ short: 1000, long: 10_000 });
  const phone = newPhone();
  const start = regions.clock.now().getTime();
  let [counted, sent, guesses] = [0, 0, 0];
  let token: string | null = null;
  while (guesses < all) {
    const network = `198.18.${guesses % 200}.1`;
    const asked: string | null = await ask(phone, network).catch(() => null);
    if (asked) sent += 1;
    token = asked ?? token;
    const code = asked ? await codeSentTo(ctx, phone) : '000000';
    for (let i = 0; i < all / 100; i += 1) {
      guesses += 1;
      if ((await refusalOf(answer(token, wrong(code), network))) === 'auth.code-wrong') counted += 1;
    }
    regions.clock.set(new Date(start + (guesses / all) * 24 * hour - 1));
  }
  expect(sent).toBeLessThanOrEqual(10);
  expect(counted).toBeLessThanOrEqual(20);
  const spent = await ctx.db
    .selectFrom('auth_budget')
    .select('used')
    .where('key', '=', `code:phone:${phone}`)
    .executeTakeFirstOrThrow();
  expect(spent.used).toBe(20);
}, 120_000);

it('stops a spray over many phones by the network, the region and the platform', async () => {
  regions.clock.advance(48 * hour);
  const { control } = regions.runtime;
  const row = {
    key: 'code:platform',
    window_start: regions.clock.now(),
    used: 9_998,
    ends_at: new Date(regions.clock.now().getTime() + 24 * hour),
  };
  await control.deleteFrom('auth_budget').where('key', '=', row.key).execute();
  await control.insertInto('auth_budget').values(row).execute();
  const results: string[] = [];
  for (let i = 0; i < 6; i += 1) {
    const phone = newPhone();
    const address = `192.0.${i}.1`;
    const token = await ask(phone, address);
    results.push(await refusalOf(answer(token, wrong(await codeSentTo(ctx, phone)), address)));
  }
  expect(results.filter((result) => result === 'auth.code-wrong')).toHaveLength(2);
  expect(results.slice(2)).toEqual(Array(4).fill('auth.too-many-tries'));
  await control.deleteFrom('auth_budget').where('key', '=', row.key).execute();
});

it('holds the network to its hourly number of wrong codes', async () => {
  regions.clock.advance(48 * hour);
  let counted = 0;
  for (let i = 0; i < 25; i += 1) {
    const phone = newPhone();
    const token = await ask(phone, '192.0.2.1');
    const code = wrong(await codeSentTo(ctx, phone));
    for (let k = 0; k < 5; k += 1) {
      const result = await refusalOf(answer(token, code, '192.0.2.99'));
      if (result === 'auth.code-wrong' || (result === 'auth.code-over' && k === 4)) counted += 1;
    }
  }
  expect(counted).toBeLessThanOrEqual(105);
});

it('gives an honest try back: signing in many times closes nothing', async () => {
  regions.clock.advance(48 * hour);
  const phone = newPhone();
  for (let i = 0; i < 9; i += 1) {
    expect(await refusalOf(answer(await ask(phone), await codeSentTo(ctx, phone)))).toBe('accepted');
    regions.clock.advance(16 * 60_000);
  }
  const row = await ctx.db
    .selectFrom('auth_budget')
    .select('used')
    .where('key', '=', `code:phone:${phone}`)
    .executeTakeFirstOrThrow();
  expect(row.used).toBe(0);
});

it('keeps the regions apart: a session of one is nobody in the other', async () => {
  const phone = newPhone();
  const { setCookie } = await answer(await ask(phone), await codeSentTo(ctx, phone));
  const read = await readSession(regions.runtime, regions.region('omsk'), requestWith(regions.runtime, setCookie));
  expect(read.actor.kind).toBe('anonymous');
});
