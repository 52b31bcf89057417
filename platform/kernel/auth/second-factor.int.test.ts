// Staff sign-in: password, authenticator, recovery codes, replay and guessing; operators and partners too.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { AppError } from '../errors/index.ts';
import type { Context } from '../module/context.server.ts';
import { anonymousIn, systemIn, type TwoRegions, twoRegions } from '@zhkh/tools/testing';
import { newId } from '../db/ids.ts';
import { controlProfile, controlProfileStep } from './control-profile.server.ts';
import { controlFactorStep, controlSignInStep } from './control-steps.server.ts';
import { readControlSession } from './control-session.server.ts';
import { askForPasskey, checkPasskey, siteOf } from './passkey.server.ts';
import { verifyRecoveryCode } from './recovery-codes.server.ts';
import { type DemoLogin, demoTotp, seedDemoAccounts, seedDemoOperators } from './seed.server.ts';
import { readSession } from './session.server.ts';
import { finishSignIn, signInWithPassword, unfinishedSession } from './staff-sign-in.server.ts';
import { controlStore, regionStore } from './stores.server.ts';
import { client, requestWith, wrong } from './testing/sign-in-kit.ts';
import { confirmTotp, currentTotp, prepareTotp, verifyTotp } from './totp.server.ts';

let regions: TwoRegions;
let ctx: Context;
let logins: DemoLogin[];
beforeAll(async () => {
  regions = await twoRegions([]);
  ctx = await anonymousIn(regions, 'tyumen');
  const system = await systemIn(regions, 'tyumen');
  const company = { id: newId(), name: 'УО «Уют»' };
  await seedDemoAccounts(system, regions.runtime, { company });
  logins = await seedDemoAccounts(system, regions.runtime, { company });
});
afterAll(() => regions.close());

const loginOf = (role: string) => logins.find((login) => login.role === role) as DemoLogin;
const password = (login: DemoLogin, given = login.password ?? '', address?: string) =>
  signInWithPassword(ctx, regions.runtime, {
    email: login.login,
    password: given,
    client: client(address),
    currentSessionId: null,
  });
const refusalOf = async (work: Promise<unknown>) =>
  work.then(
    () => 'accepted',
    (error: unknown) => (error instanceof AppError ? error.code : String(error)),
  );
const store = () => regionStore(ctx, regions.runtime);
const accountIdOf = async (login: DemoLogin) =>
  (await ctx.db.selectFrom('account').select('id').where('email', '=', login.login).executeTakeFirstOrThrow()).id;

it('seeds one sign-in per role, twice without doubles, never in production', async () => {
  expect(logins.map((login) => login.role)).toEqual([
    'resident',
    'company-admin',
    'company-employee',
    'official',
    'region-admin',
  ]);
  expect(await ctx.db.selectFrom('account').select('id').execute()).toHaveLength(5);
  const production = { ...regions.runtime, config: { ...regions.config, mode: 'production' as const } };
  await expect(seedDemoAccounts(ctx, production, { company: null })).rejects.toThrow(/local and test/);
  await expect(seedDemoOperators(production)).rejects.toThrow(/local and test/);
});

it('opens only after password and code, under a new token', async () => {
  const login = loginOf('company-admin');
  const { setCookie, stage } = await password(login);
  expect(stage).toBe('second-factor');
  const request = requestWith(regions.runtime, setCookie);
  expect((await readSession(regions.runtime, ctx.tenant, request)).actor.kind).toBe('anonymous');
  const pending = await unfinishedSession(ctx, regions.runtime, request);
  if (!pending) throw new Error('no unfinished session');
  await verifyTotp(store(), pending.accountId, demoTotp(regions.runtime, login.login));
  const full = await finishSignIn(ctx, regions.runtime, {
    sessionId: pending.id,
    accountId: pending.accountId,
    client: client(),
  });
  expect(full).not.toBe(setCookie);
  const read = await readSession(regions.runtime, ctx.tenant, requestWith(regions.runtime, full));
  expect(read.actor).toMatchObject({ kind: 'staff', role: 'company-admin' });
  expect(await unfinishedSession(ctx, regions.runtime, request)).toBeNull();
});

it('takes a code once, one of ten simultaneous, and none of the step before', async () => {
  regions.clock.advance(120_000);
  const login = loginOf('official');
  const accountId = await accountIdOf(login);
  const code = demoTotp(regions.runtime, login.login);
  const results = await Promise.all(Array.from({ length: 5 }, () => refusalOf(verifyTotp(store(), accountId, code))));
  expect(results.filter((result) => result === 'accepted')).toHaveLength(1);
  expect(await refusalOf(verifyTotp(store(), accountId, code))).toMatch(/factor-wrong|too-many/);
});

it('closes after six wrong codes, also for the right one', async () => {
  regions.clock.advance(3_600_000);
  const login = loginOf('region-admin');
  const accountId = await accountIdOf(login);
  const code = demoTotp(regions.runtime, login.login);
  for (let i = 0; i < 6; i += 1) expect(await refusalOf(verifyTotp(store(), accountId, wrong(code)))).toBe('auth.factor-wrong');
  expect(await refusalOf(verifyTotp(store(), accountId, code))).toBe('auth.too-many-tries');
  regions.clock.advance(16 * 60_000);
  expect(await refusalOf(verifyTotp(store(), accountId, demoTotp(regions.runtime, login.login)))).toBe('accepted');
});

it('answers a wrong password and an unknown address alike, and stops guessing', async () => {
  regions.clock.advance(3_600_000);
  const login = loginOf('company-employee');
  const stranger = { ...login, login: 'nobody@nowhere.ru' };
  const [a, b] = [await refusalOf(password(login, 'wrong password')), await refusalOf(password(stranger, 'wrong password'))];
  expect([a, b]).toEqual(['auth.sign-in-failed', 'auth.sign-in-failed']);
  for (let i = 0; i < 9; i += 1) await refusalOf(password(login, `wrong password ${i}`, `10.0.${i}.1`));
  expect(await refusalOf(password(login, login.password ?? '', '10.9.9.9'))).toBe('auth.too-many-tries');
}, 60_000);

it('gives ten recovery codes that work once each', async () => {
  regions.clock.advance(24 * 3_600_000);
  const accountId = newId();
  const { secret } = await prepareTotp(store(), accountId, { issuer: 'ЖКХ', login: 'a@b.ru' });
  expect((await prepareTotp(store(), accountId, { issuer: 'ЖКХ', login: 'a@b.ru' })).secret).toBe(secret);
  const row = await ctx.db
    .selectFrom('totp')
    .select('secret_sealed')
    .where('account_id', '=', accountId)
    .executeTakeFirstOrThrow();
  expect(row.secret_sealed).not.toContain(secret);
  expect(await refusalOf(verifyTotp(store(), accountId, currentTotp(secret, ctx.clock.now())))).toBe('auth.factor-wrong');
  const codes = await confirmTotp(store(), accountId, currentTotp(secret, ctx.clock.now()));
  expect(new Set(codes).size).toBe(10);
  const [first = ''] = codes;
  await verifyRecoveryCode(store(), accountId, first.toUpperCase().replaceAll('-', ' '));
  expect(await refusalOf(verifyRecoveryCode(store(), accountId, first))).toBe('auth.factor-wrong');
  expect(await refusalOf(verifyRecoveryCode(store(), newId(), codes[1] ?? ''))).toBe('auth.factor-wrong');
});

it('asks a passkey challenge once', async () => {
  const site = siteOf('http://tyumen.localhost:3000', 'ЖКХ');
  const { options, token } = await askForPasskey(store(), site);
  expect(options).toMatchObject({ rpId: 'tyumen.localhost', userVerification: 'required' });
  expect(options.allowCredentials ?? []).toEqual([]);
  const answer = JSON.stringify({ id: 'x', rawId: 'x', type: 'public-key', response: {} });
  expect(await refusalOf(checkPasskey(store(), site, { token, answer }))).toBe('auth.passkey-failed');
  expect(await ctx.db.selectFrom('passkey_challenge').select('challenge').execute()).toHaveLength(0);
  expect(await refusalOf(checkPasskey(store(), site, { token, answer: '{"__proto__":1' }))).toBe('auth.passkey-failed');
});

it('signs an operator and a partner in, each in their own app only', async () => {
  await seedDemoOperators(regions.runtime);
  const people = await seedDemoOperators(regions.runtime);
  for (const { app, login, password: secret, role } of people) {
    if (app === 'portal') continue;
    const http = { ...client(), origin: 'http://localhost:3002' };
    const at = (cookie: string | null) => ({
      runtime: regions.runtime,
      app,
      http,
      request: requestWith(regions.runtime, cookie, app),
      product: 'ЖКХ',
    });
    const first = await controlSignInStep(at(null), { intent: 'password', email: login, password: secret ?? '', next: '//evil' });
    expect(first).toMatchObject({ to: '/second-factor' });
    const pending = first.cookies[0] ?? '';
    expect((await readControlSession(regions.runtime, app, at(pending).request)).actor.kind).toBe('anonymous');
    const code = demoTotp(regions.runtime, login);
    const done = await controlFactorStep(at(pending), { intent: 'totp', code, next: '/' });
    const read = await readControlSession(regions.runtime, app, at(done.cookies[0] ?? '').request);
    expect(read.role).toBe(role);
    const other = app === 'partner' ? 'superadmin' : 'partner';
    const elsewhere = requestWith(regions.runtime, done.cookies[0] ?? '', other);
    expect((await readControlSession(regions.runtime, other, elsewhere)).actor.kind).toBe('anonymous');
  }
  expect(await controlStore(regions.runtime).db.selectFrom('totp').select('account_id').execute()).toHaveLength(3);
});

it('shows a partner own sessions and ends the others', async () => {
  const login = (await seedDemoOperators(regions.runtime)).find((one) => one.app === 'partner') as DemoLogin;
  const http = { ...client(), origin: 'http://localhost:3001' };
  const at = (cookie: string | null) => ({
    runtime: regions.runtime,
    app: 'partner' as const,
    http,
    request: requestWith(regions.runtime, cookie, 'partner'),
    product: 'ЖКХ',
  });
  const signIn = async () => {
    regions.clock.advance(60_000);
    const { cookies } = await controlSignInStep(at(null), {
      intent: 'password',
      email: login.login,
      password: login.password ?? '',
      next: '/',
    });
    const code = demoTotp(regions.runtime, login.login);
    return (await controlFactorStep(at(cookies[0] ?? ''), { intent: 'totp', code, next: '/' })).cookies[0] ?? '';
  };
  const [lost, here] = [await signIn(), await signIn()];
  expect((await controlProfile(at(here))).sessions.map((one) => one.isThis)).toContain(true);
  await controlProfileStep(at(here), { intent: 'end-others' });
  expect((await controlProfile(at(here))).sessions).toHaveLength(1);
  expect(await refusalOf(controlProfile(at(lost)))).toBe('platform.sign-in-first');
});
