// Accepts an invitation: one winner a link and mailbox; the second factor is set up before anything opens.
import { newId } from '../db/ids.ts';
import { type FieldErrors, invalid, notFound } from '../errors/index.ts';
import type { Context, Write } from '../module/context.server.ts';
import type { AuthRuntime, Client } from './auth-runtime.server.ts';
import { spend } from './budget.server.ts';
import { readInvitation } from './invitation.server.ts';
import { invitationLimits } from './limits.server.ts';
import { hashPassword, passwordProblem, storePassword } from './password.server.ts';
import { startSession } from './session.server.ts';
import { staffByEmail } from './staff-account.server.ts';
import { credentialsOf } from './stores.server.ts';
import { hashToken } from './tokens.server.ts';

export interface Acceptance {
  token: string;
  name: string;
  /** Empty when the mailbox already has an account: that account keeps its password. */
  password: string;
  client: Client;
  currentSessionId: string | null;
}

export interface Accepted {
  landingPath: string;
  /** Null = the account existed before: sign in as usual. */
  setCookie: string | null;
}

export async function acceptInvitation(ctx: Context, runtime: AuthRuntime, input: Acceptance): Promise<Accepted> {
  if (await ctx.write((w) => spend(credentialsOf(w.db), ctx.clock.now(), invitationLimits(input.client.address))))
    throw invalid('auth.too-many-tries');
  const invitation = await readInvitation(ctx, input.token);
  if (invitation.hasAccount) return ctx.write(async (w) => joinExisting(ctx, w, input.token));
  checkNewAccount(input, invitation.email);
  const hashed = await hashPassword(input.password);
  return ctx.write((w) => joinAsNew(ctx, w, runtime, input, hashed));
}

/** Both fields are told at once: nobody should have to correct a form twice. */
function checkNewAccount(input: Acceptance, email: string): void {
  const problem = passwordProblem(input.password, email);
  const fields: FieldErrors = {};
  if (input.name.trim().length < 2) fields.name = { key: 'auth:errors.name-short' };
  if (problem) fields.password = { key: problem };
  if (Object.keys(fields).length > 0) throw invalid('auth.password', { fields });
}

/** The conditional update decides who is first; other links to the same mailbox and organisation die with it. */
async function consume(ctx: Context, w: Write, token: string, accountId: string) {
  const now = ctx.clock.now();
  const row = await w.db
    .updateTable('invitation')
    .set({ accepted_at: now, accepted_by: accountId })
    .where('token_hash', '=', hashToken(token))
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .returningAll()
    .executeTakeFirst();
  if (!row) throw notFound('auth.invitation-over');
  await w.db
    .updateTable('invitation')
    .set({ revoked_at: now })
    .where('organisation_id', '=', row.organisation_id)
    .where('email', '=', row.email)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .execute();
  return row;
}

async function addMembership(
  ctx: Context,
  w: Write,
  invitation: Awaited<ReturnType<typeof consume>>,
  accountId: string,
): Promise<string> {
  const id = newId();
  await w.db
    .insertInto('membership')
    .values({
      id,
      account_id: accountId,
      role: invitation.role,
      organisation_kind: invitation.organisation_kind,
      organisation_id: invitation.organisation_id,
      organisation_name: invitation.organisation_name,
      territories: invitation.territories,
      created_at: ctx.clock.now(),
      ended_at: null,
    })
    .onConflict((conflict) => conflict.columns(['account_id', 'organisation_id']).where('ended_at', 'is', null).doNothing())
    .execute();
  await w.audit(
    'auth.joined',
    { type: 'account', id: accountId },
    { organisation: invitation.organisation_id, role: invitation.role },
  );
  return id;
}

async function joinExisting(ctx: Context, w: Write, token: string): Promise<Accepted> {
  const opened = await w.db
    .selectFrom('invitation')
    .select('email')
    .where('token_hash', '=', hashToken(token))
    .executeTakeFirstOrThrow();
  const account = await staffByEmail(w.db, opened.email);
  if (account?.state !== 'active') throw notFound('auth.invitation-over');
  const invitation = await consume(ctx, w, token, account.id);
  await addMembership(ctx, w, invitation, account.id);
  return { landingPath: invitation.landing_path, setCookie: null };
}

async function joinAsNew(
  ctx: Context,
  w: Write,
  runtime: AuthRuntime,
  input: Acceptance,
  hashed: Awaited<ReturnType<typeof hashPassword>>,
): Promise<Accepted> {
  const accountId = newId();
  const invitation = await consume(ctx, w, input.token, accountId);
  const now = ctx.clock.now();
  const created = await w.db
    .insertInto('account')
    .values({
      id: accountId,
      kind: 'staff',
      phone: null,
      email: invitation.email,
      name: input.name,
      locale: ctx.locale,
      created_at: now,
      erase_after: null,
    })
    .onConflict((conflict) => conflict.column('email').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!created) throw notFound('auth.invitation-over');
  await storePassword(credentialsOf(w.db), accountId, now, hashed);
  const membershipId = await addMembership(ctx, w, invitation, accountId);
  const setCookie = await startSession(ctx, w, runtime, {
    accountId,
    kind: 'staff',
    membershipId,
    stage: 'enrol',
    client: input.client,
    replaces: input.currentSessionId,
  });
  return { landingPath: invitation.landing_path, setCookie };
}
