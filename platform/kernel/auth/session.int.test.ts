// Sessions: fixation, revocation, expiry, rights that follow the membership at once.
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Context } from '../module/context.server.ts';
import { anonymousIn, asEmployee, asResident, systemIn, type TwoRegions, twoRegions } from '@zhkh/tools/testing';
import { giveConsent, withdrawConsent } from './consent.server.ts';
import { eraseWithdrawn } from './erase-withdrawn.server.ts';
import { purgeAuth } from './purge.server.ts';
import { readSession, startSession } from './session.server.ts';
import { endOneSession, endOtherSessions, endSession, listSessions } from './sessions-of-account.server.ts';
import { membershipsOf } from './staff-account.server.ts';
import { switchMembership } from './staff-sign-in.server.ts';
import { client, requestWith } from './testing/sign-in-kit.ts';

let regions: TwoRegions;
let ctx: Context;
beforeAll(async () => {
  regions = await twoRegions([]);
  ctx = await anonymousIn(regions, 'tyumen');
});
afterAll(() => regions.close());

const accountOf = (someone: Context) => ('accountId' in someone.actor ? someone.actor.accountId : '');
const read = (setCookie: string | null) => readSession(regions.runtime, ctx.tenant, requestWith(regions.runtime, setCookie));
const start = (accountId: string, more: Partial<Parameters<typeof startSession>[3]> = {}) =>
  ctx.write((w) =>
    startSession(ctx, w, regions.runtime, {
      accountId,
      kind: 'resident',
      membershipId: null,
      stage: 'full',
      client: client(),
      ...more,
    }),
  );

it('knows the resident, and that consent is still to be given', async () => {
  const accountId = accountOf(await asResident(regions, 'tyumen'));
  const cookie = await start(accountId);
  expect((await read(cookie)).actor).toEqual({ kind: 'resident', role: 'resident', accountId, consented: false });
  const inRegion = await systemIn(regions, 'tyumen');
  await giveConsent(inRegion, { accountId, client: client() });
  await giveConsent(inRegion, { accountId, client: client() });
  expect((await read(cookie)).actor).toMatchObject({ consented: true });
  await withdrawConsent(inRegion, accountId);
  expect((await read(cookie)).actor).toMatchObject({ consented: false });
  const rows = await ctx.db.selectFrom('consent').selectAll().where('account_id', '=', accountId).execute();
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({ purpose: 'personal-data', text_version: '2026-11-01' });
});

it('stores no token and takes none that it did not give', async () => {
  const cookie = await start(accountOf(await asResident(regions, 'tyumen')));
  const stored = await ctx.db.selectFrom('session').select('token_hash').execute();
  for (const { token_hash } of stored) expect(cookie).not.toContain(token_hash.toString('base64url'));
  const planted = 'A'.repeat(43);
  expect((await read(`portal_sid=${planted}; Path=/`)).actor.kind).toBe('anonymous');
});

it('does not read a cookie that came twice', async () => {
  const cookie = await start(accountOf(await asResident(regions, 'tyumen')));
  const request = requestWith(regions.runtime, cookie);
  const twice = new Request(request.url, {
    headers: { cookie: `${request.headers.get('cookie')}; portal_sid=${'B'.repeat(43)}` },
  });
  expect((await readSession(regions.runtime, ctx.tenant, twice)).actor.kind).toBe('anonymous');
});

it('gives a new token on sign-in and ends the session the browser held', async () => {
  const accountId = accountOf(await asResident(regions, 'tyumen'));
  const before = await start(accountId);
  const { sessionId } = await read(before);
  const after = await start(accountId, { replaces: sessionId });
  expect(after).not.toBe(before);
  expect((await read(before)).actor.kind).toBe('anonymous');
  expect((await read(after)).actor.kind).toBe('resident');
});

it('ends at once: signing out, one session, all others', async () => {
  const accountId = accountOf(await asResident(regions, 'tyumen'));
  const stranger = accountOf(await asResident(regions, 'tyumen'));
  const [a, b, c] = [await start(accountId), await start(accountId), await start(accountId)];
  const ids = await Promise.all([a, b, c].map(async (cookie) => (await read(cookie)).sessionId ?? ''));
  await ctx.write((w) => endOneSession(w, stranger, ids[1] ?? ''));
  expect((await read(b)).actor.kind).toBe('resident');
  await ctx.write((w) => endOneSession(w, accountId, ids[1] ?? ''));
  expect((await read(b)).actor.kind).toBe('anonymous');
  expect(await listSessions(ctx, accountId, ids[0] ?? null)).toHaveLength(2);
  await ctx.write((w) => endOtherSessions(w, accountId, ids[0] ?? null));
  expect((await read(c)).actor.kind).toBe('anonymous');
  expect(await endSession(ctx, regions.runtime, requestWith(regions.runtime, a))).toContain('Max-Age=0');
  expect((await read(a)).actor.kind).toBe('anonymous');
});

it('expires by idleness and by age, and does not revive when the clock goes back', async () => {
  const accountId = accountOf(await asResident(regions, 'tyumen'));
  const [idle, used] = [await start(accountId), await start(accountId)];
  const day = 24 * 3_600_000;
  const begin = regions.clock.now();
  for (let i = 0; i < 9; i += 1) {
    regions.clock.advance(19 * day);
    expect((await read(used)).actor.kind).toBe('resident');
  }
  expect((await read(idle)).actor.kind).toBe('anonymous');
  regions.clock.advance(10 * day);
  expect((await read(used)).actor.kind).toBe('anonymous');
  regions.clock.set(begin);
  expect((await read(used)).actor.kind).toBe('anonymous');
  expect((await read(idle)).actor.kind).toBe('anonymous');
});

it('drops an employee the moment the membership ends, and rotates on a change of organisation', async () => {
  const employee = await asEmployee(regions, 'tyumen', { admin: true });
  const accountId = accountOf(employee);
  const [membership] = await membershipsOf(ctx.db, accountId);
  const membershipId = membership?.id ?? '';
  const cookie = await start(accountId, { kind: 'staff', membershipId });
  const before = await read(cookie);
  expect(before.actor).toMatchObject({ kind: 'staff', role: 'company-admin' });
  const given = { accountId, membershipId, client: client(), currentSessionId: before.sessionId ?? '' };
  const switched = await switchMembership(await systemIn(regions, 'tyumen'), regions.runtime, given);
  expect((await read(cookie)).actor.kind).toBe('anonymous');
  expect((await read(switched)).actor.kind).toBe('staff');
  await ctx.db.updateTable('membership').set({ ended_at: regions.clock.now() }).where('id', '=', membershipId).execute();
  expect((await read(switched)).actor.kind).toBe('anonymous');
});

it('gives no rights before the second factor', async () => {
  const employee = await asEmployee(regions, 'tyumen');
  const [membership] = await membershipsOf(ctx.db, accountOf(employee));
  for (const stage of ['second-factor', 'enrol'] as const) {
    const cookie = await start(accountOf(employee), { kind: 'staff', membershipId: membership?.id ?? null, stage });
    expect((await read(cookie)).actor.kind).toBe('anonymous');
  }
});

it('closes a blocked account at once', async () => {
  const accountId = accountOf(await asResident(regions, 'tyumen'));
  const cookie = await start(accountId);
  await ctx.db.updateTable('account').set({ state: 'blocked' }).where('id', '=', accountId).execute();
  expect((await read(cookie)).actor.kind).toBe('anonymous');
});

it('marks cookies for https and for no script', async () => {
  const secure = { ...regions.runtime, config: { ...regions.config, publicScheme: 'https' as const } };
  const accountId = accountOf(await asResident(regions, 'tyumen'));
  const cookie = await ctx.write((w) =>
    startSession(ctx, w, secure, { accountId, kind: 'resident', membershipId: null, stage: 'full', client: client() }),
  );
  expect(cookie).toMatch(/^__Host-portal_sid=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=\d+; Secure$/);
});

it('erases a person thirty days after consent was withdrawn, and keeps who gives it again', async () => {
  const inRegion = await systemIn(regions, 'tyumen');
  const [gone, back] = [
    accountOf(await asResident(regions, 'tyumen', { name: 'Ольга' })),
    accountOf(await asResident(regions, 'tyumen')),
  ];
  for (const accountId of [gone, back]) {
    await giveConsent(inRegion, { accountId, client: client() });
    await withdrawConsent(inRegion, accountId);
  }
  const cookie = await start(gone);
  await giveConsent(inRegion, { accountId: back, client: client() });
  regions.clock.advance(29 * 24 * 3_600_000);
  const stateOf = async (id: string) =>
    (await ctx.db.selectFrom('account').select('state').where('id', '=', id).executeTakeFirstOrThrow()).state;
  await eraseWithdrawn(inRegion);
  expect(await stateOf(gone)).toBe('active');
  regions.clock.advance(24 * 3_600_000);
  await eraseWithdrawn(inRegion);
  expect(await stateOf(back)).toBe('active');
  const row = await ctx.db.selectFrom('account').selectAll().where('id', '=', gone).executeTakeFirstOrThrow();
  expect(row).toMatchObject({ state: 'erased', phone: null, name: '' });
  expect((await read(cookie)).actor.kind).toBe('anonymous');
  expect(await eraseWithdrawn(inRegion)).toBe(0);
});

it('sweeps what is over', async () => {
  regions.clock.advance(400 * 24 * 3_600_000);
  await purgeAuth(await systemIn(regions, 'tyumen'));
  expect(await ctx.db.selectFrom('session').select('id').execute()).toHaveLength(0);
  expect(await ctx.db.selectFrom('auth_budget').select('key').execute()).toHaveLength(0);
});
