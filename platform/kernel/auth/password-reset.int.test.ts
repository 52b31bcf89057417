// Passwords of staff changed and forgotten: one link, one use, half an hour; the second step stays.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newId } from '../db/ids.ts';
import { AppError } from '../errors/index.ts';
import type { Context } from '../module/context.server.ts';
import { anonymousIn, systemIn, type TwoRegions, twoRegions } from '@zhkh/tools/testing';
import { changePassword, renewRecoveryCodes } from './change-password.server.ts';
import { askForReset, readReset, resetPassword } from './password-reset.server.ts';
import { verifyRecoveryCode } from './recovery-codes.server.ts';
import { type DemoLogin, seedDemoAccounts } from './seed.server.ts';
import { signInWithPassword } from './staff-sign-in.server.ts';
import { regionStore } from './stores.server.ts';
import { client } from './testing/sign-in-kit.ts';
import { currentTotp } from './totp.server.ts';

let regions: TwoRegions;
let ctx: Context;
let omsk: Context;
let login: DemoLogin;
let accountId: string;

beforeAll(async () => {
  regions = await twoRegions([]);
  [ctx, omsk] = [await anonymousIn(regions, 'tyumen'), await anonymousIn(regions, 'omsk')];
  const company = { id: newId(), name: 'УО «Уют»' };
  const logins = await seedDemoAccounts(await systemIn(regions, 'tyumen'), regions.runtime, { company });
  login = logins.find((one) => one.role === 'official') as DemoLogin;
  const row = await ctx.db.selectFrom('account').select('id').where('email', '=', login.login).executeTakeFirstOrThrow();
  accountId = row.id;
});
afterAll(() => regions.close());

const refusalOf = (work: Promise<unknown>) =>
  work.then(
    () => 'accepted',
    (error: unknown) => (error instanceof AppError ? error.code : String(error)),
  );
const enter = (password: string) =>
  signInWithPassword(ctx, regions.runtime, { email: login.login, password, client: client(), currentSessionId: null });
const ask = (email: string, from = '198.51.100.4') => askForReset(ctx, { email, client: client(from) });
const letters = () => ctx.db.selectFrom('outgoing_message').select('text').where('purpose', '=', 'auth.password-reset').execute();
const tokens = async () => (await letters()).map(({ text }) => /\/staff\/reset\/([\w-]{43})/.exec(text)?.[1] ?? '');
const sessions = () => ctx.db.selectFrom('session').select('id').where('account_id', '=', accountId).execute();

it('sends a link to a mailbox that has an account, and the same silence to any other', async () => {
  await ask('nobody@zhkh.example');
  expect(await letters()).toEqual([]);
  await ask(` ${login.login.toUpperCase()}`);
  const [token = ''] = await tokens();
  expect(token).toHaveLength(43);
  const stored = await ctx.db.selectFrom('password_reset').selectAll().executeTakeFirstOrThrow();
  expect(JSON.stringify(stored)).not.toContain(token);
});

it('is consumed by the new password only, ends all sessions, asks for the second step, and never works in another region', async () => {
  await enter(login.password ?? '');
  await ask(login.login);
  const [first = '', second = ''] = await tokens();
  expect((await readReset(ctx, second)).email).toBe(login.login);
  expect(await refusalOf(readReset(omsk, second))).toBe('auth.reset-over');
  expect(await refusalOf(resetPassword(ctx, { token: second, password: 'short' }))).toBe('auth.password');
  const tries = ['весенний дождь идёт', 'осенний лист летит'].map((password) => resetPassword(ctx, { token: second, password }));
  expect((await Promise.all(tries.map(refusalOf))).sort()).toEqual(['accepted', 'auth.reset-over']);
  expect(await refusalOf(resetPassword(ctx, { token: first, password: 'весенний дождь идёт' }))).toBe('auth.reset-over');
  expect(await sessions()).toEqual([]);
  expect(await refusalOf(enter(login.password ?? ''))).toBe('auth.sign-in-failed');
});

it('is over after half an hour; too many letters are refused', async () => {
  await ask(login.login);
  const token = (await tokens()).at(-1) ?? '';
  regions.clock.advance(30 * 60_000);
  expect(await refusalOf(resetPassword(ctx, { token, password: 'весенний дождь идёт' }))).toBe('auth.reset-over');
  const codes = [];
  for (let n = 0; n < 6; n += 1) codes.push(await refusalOf(ask(login.login)));
  expect(codes.at(-1)).toBe('auth.too-many-tries');
});

it('changes with the old password in hand and leaves this session alone', async () => {
  regions.clock.advance(24 * 3_600_000);
  await ask(login.login);
  await resetPassword(ctx, { token: (await tokens()).at(-1) ?? '', password: 'весенний дождь идёт' });
  expect((await enter('весенний дождь идёт')).stage).toBe('second-factor');
  await enter('весенний дождь идёт');
  const keep = (await sessions())[0]?.id ?? null;
  const change = (current: string, password: string) =>
    changePassword(ctx, regions.runtime, { accountId, email: login.login, current, password, client: client(), sessionId: keep });
  expect(await refusalOf(change('не тот пароль совсем', 'осенний лист летит'))).toBe('auth.password-wrong');
  expect(await refusalOf(change('весенний дождь идёт', '123456789012'))).toBe('auth.password');
  await change('весенний дождь идёт', 'осенний лист летит');
  expect(await sessions()).toEqual([{ id: keep }]);
  expect((await enter('осенний лист летит')).stage).toBe('second-factor');
});

it('makes new recovery codes for a right code of the authenticator; the earlier ones die', async () => {
  const store = regionStore(ctx, regions.runtime);
  const fresh = () => {
    regions.clock.advance(60_000);
    return renewRecoveryCodes(ctx, regions.runtime, accountId, currentTotp(login.totpSecret ?? '', regions.clock.now()));
  };
  const old = await fresh();
  const codes = await fresh();
  expect(codes).toHaveLength(10);
  expect(await refusalOf(renewRecoveryCodes(ctx, regions.runtime, accountId, '000000'))).toBe('auth.factor-wrong');
  expect(await refusalOf(verifyRecoveryCode(store, accountId, old[0] ?? ''))).toBe('auth.factor-wrong');
  expect(await refusalOf(verifyRecoveryCode(store, accountId, codes[0] ?? ''))).toBe('accepted');
});
