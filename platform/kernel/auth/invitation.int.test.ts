// Invitations: reading is harmless, one wins, other addresses and old links get nothing, none signs in.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newId } from '../db/ids.ts';
import { AppError } from '../errors/index.ts';
import type { Context } from '../module/context.server.ts';
import { anonymousIn, asEmployee, contextOf, systemIn, type TwoRegions, twoRegions } from '@zhkh/tools/testing';
import { acceptInvitation } from './accept-invitation.server.ts';
import {
  createInvitation,
  type InvitationInput,
  pendingInvitations,
  readInvitation,
  revokeInvitation,
} from './invitation.server.ts';
import { inviteEmployee, removeMember } from './members.server.ts';
import { readAnySession, readSession } from './session.server.ts';
import { hasCabinet, membersOf, staffByEmail } from './staff-account.server.ts';
import { client, requestWith } from './testing/sign-in-kit.ts';

let regions: TwoRegions;
let ctx: Context;
let system: Context;
beforeAll(async () => {
  regions = await twoRegions([]);
  ctx = await anonymousIn(regions, 'tyumen');
  system = await systemIn(regions, 'tyumen');
});
afterAll(() => regions.close());

let n = 0;
async function invite(more: Partial<InvitationInput> = {}) {
  const organisation = { id: newId(), kind: 'company' as const, name: 'УО «Уют»' };
  const email = `new-${++n}@uyut.ru`;
  const input: InvitationInput = { email, organisation, role: 'company-admin', landingPath: '/company/inbox/1', ...more };
  const made = await system.write((w) => createInvitation(system, w, input));
  return { ...made, input, token: made.url.split('/').at(-1) ?? '' };
}
const accept = (token: string, password = 'длинная фраза про дом') =>
  acceptInvitation(ctx, regions.runtime, {
    token,
    name: 'Марина Ершова',
    password,
    client: client(`10.${n}.0.1`),
    currentSessionId: null,
  });
const refusalOf = async (work: Promise<unknown>) =>
  work.then(
    () => 'accepted',
    (error: unknown) => (error instanceof AppError ? error.code : String(error)),
  );

it('leads to the canonical host, keeps only a hash, and can be read many times', async () => {
  const { url, token, id } = await invite();
  expect(url).toBe(`http://tyumen.localhost:3000/join/${token}`);
  const row = await ctx.db.selectFrom('invitation').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  expect(JSON.stringify(row)).not.toContain(token);
  for (let i = 0; i < 3; i += 1) expect((await readInvitation(ctx, token)).organisationName).toBe('УО «Уют»');
  expect(await ctx.db.selectFrom('invitation').selectAll().where('id', '=', id).executeTakeFirstOrThrow()).toEqual(row);
});

it('makes the account, the membership and an unfinished session; nothing opens before the second factor', async () => {
  const { token, input } = await invite();
  expect(await hasCabinet(ctx.db, input.organisation.id)).toBe(false);
  const accepted = await accept(token);
  expect(accepted.landingPath).toBe('/company/inbox/1');
  expect(await hasCabinet(ctx.db, input.organisation.id)).toBe(true);
  const request = requestWith(regions.runtime, accepted.setCookie);
  expect((await readSession(regions.runtime, ctx.tenant, request)).actor.kind).toBe('anonymous');
  expect(await readAnySession(ctx, regions.runtime, request)).toMatchObject({ stage: 'enrol' });
  expect(await refusalOf(accept(token))).toBe('auth.invitation-over');
  expect(await refusalOf(readInvitation(ctx, token))).toBe('auth.invitation-over');
});

it('has one winner among twenty simultaneous acceptances', async () => {
  const { token, input } = await invite();
  const results = await Promise.all(Array.from({ length: 20 }, () => refusalOf(accept(token))));
  expect(results.filter((result) => result === 'accepted')).toHaveLength(1);
  expect(await membersOf(ctx.db, input.organisation.id)).toHaveLength(1);
});

it('binds the account to the invited address and organisation, whoever opens the link', async () => {
  const { token, input } = await invite();
  await accept(token);
  expect(await membersOf(ctx.db, input.organisation.id)).toMatchObject([{ email: input.email, role: 'company-admin' }]);
});

it('dies after 72 hours, on revocation, and when another link to the same mailbox was used', async () => {
  const first = await invite();
  const second = await invite(first.input);
  await accept(second.token);
  expect(await refusalOf(accept(first.token))).toBe('auth.invitation-over');
  const revoked = await invite();
  const { organisation } = revoked.input;
  expect(await refusalOf(revokeInvitation(system, newId(), revoked.id))).toBe('auth.invitation-over');
  await revokeInvitation(system, organisation.id, revoked.id);
  expect(await refusalOf(accept(revoked.token))).toBe('auth.invitation-over');
  const old = await invite();
  regions.clock.advance(72 * 3_600_000);
  expect(await refusalOf(accept(old.token))).toBe('auth.invitation-over');
  expect(await pendingInvitations(ctx.db, old.input.organisation.id, ctx.clock.now())).toHaveLength(0);
});

it('is nothing in another region', async () => {
  const { token } = await invite();
  expect(await refusalOf(readInvitation(await anonymousIn(regions, 'omsk'), token))).toBe('auth.invitation-over');
});

it('adds an organisation to an existing account without touching its password or signing in', async () => {
  const first = await invite();
  await accept(first.token);
  const account = await staffByEmail(ctx.db, first.input.email);
  const password = () =>
    ctx.db
      .selectFrom('password_credential')
      .selectAll()
      .where('account_id', '=', account?.id ?? '')
      .execute();
  const before = await password();
  const second = await invite({ email: first.input.email });
  expect((await readInvitation(ctx, second.token)).hasAccount).toBe(true);
  expect((await accept(second.token, 'другая длинная фраза')).setCookie).toBeNull();
  expect(await password()).toEqual(before);
  expect(await membersOf(ctx.db, second.input.organisation.id)).toMatchObject([{ accountId: account?.id }]);
});

it('tells a weak password and a missing name together, and stays open', async () => {
  const { token } = await invite();
  const weak = acceptInvitation(ctx, regions.runtime, {
    token,
    name: ' ',
    password: 'qwerty',
    client: client(),
    currentSessionId: null,
  });
  const error = await weak.catch((caught: unknown) => caught);
  expect(error).toMatchObject({
    fields: { name: { key: 'auth:errors.name-short' }, password: { key: 'auth:errors.password-short' } },
  });
  expect(await refusalOf(accept(token))).toBe('accepted');
});

it('keeps a landing path inside the site', async () => {
  const { token } = await invite({ landingPath: '//evil.example' });
  expect((await readInvitation(ctx, token)).landingPath).toBe('/');
});

it('lets only the admin of a company invite and let go, and never the last admin', async () => {
  const companyId = newId();
  const employee = await asEmployee(regions, 'tyumen', { companyId });
  expect(await refusalOf(inviteEmployee(employee, { email: 'x@uyut.ru', role: 'company-employee' }))).toBe('auth.only-admin');
  const admin = await asEmployee(regions, 'tyumen', { companyId, admin: true });
  await inviteEmployee(admin, { email: 'Second@Uyut.ru', role: 'company-employee' });
  expect(await pendingInvitations(ctx.db, companyId, ctx.clock.now())).toMatchObject([{ email: 'second@uyut.ru' }]);
  const letter = await ctx.db
    .selectFrom('outgoing_message')
    .select('text')
    .where('purpose', '=', 'auth.invitation')
    .executeTakeFirstOrThrow();
  expect(letter.text).toContain('http://tyumen.localhost:3000/join/');
  const members = await membersOf(ctx.db, companyId);
  const idOf = (role: string) => members.find((one) => one.role === role)?.membershipId ?? '';
  await removeMember(admin, idOf('company-employee'));
  expect(await refusalOf(removeMember(admin, idOf('company-admin')))).toBe('auth.last-admin');
  const foreign = await asEmployee(regions, 'tyumen', { admin: true });
  expect(await refusalOf(removeMember(foreign, idOf('company-admin')))).toBe('platform.not-found');
  expect(await refusalOf(removeMember(await contextOf(regions, 'omsk', admin.actor), idOf('company-admin')))).toBe(
    'platform.not-found',
  );
});
