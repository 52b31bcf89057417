// Invitations: a link enrols the holder of one mailbox for one organisation.
// Reading it changes nothing, it works once, it never signs in.
import { newId } from '../db/ids.ts';
import { invalid, notFound } from '../errors/index.ts';
import type { Context, Write } from '../module/context.server.ts';
import { normaliseEmail } from './email.server.ts';
import { localPath } from './next-path.ts';
import type { AnyDb } from './staff-account.server.ts';
import type { StaffRole } from '../db/tables/auth.server.ts';
import { hashToken, newToken } from './tokens.server.ts';

export const invitationLife = 72 * 3_600_000;

export interface InvitationInput {
  email: string;
  organisation: { id: string; kind: 'company' | 'authority'; name: string };
  role: StaffRole;
  /** Where the new employee lands after sign-up: a path of the portal. */
  landingPath: string;
  territories?: readonly string[] | null;
  /** Account of the person who invites; absent = the service itself (first employee of a company). */
  invitedBy?: string;
}

/** Makes an invitation in the caller's transaction. The link exists only in the answer: the table holds its hash. */
export async function createInvitation(
  ctx: Context,
  w: Pick<Write, 'db' | 'audit'>,
  input: InvitationInput,
): Promise<{ id: string; url: string; expiresAt: Date }> {
  const email = normaliseEmail(input.email);
  if (!email) throw invalid('auth.email-wrong', { fields: { email: { key: 'auth:errors.email-wrong' } } });
  const now = ctx.clock.now();
  const token = newToken();
  const id = newId();
  const expiresAt = new Date(now.getTime() + invitationLife);
  await w.db
    .insertInto('invitation')
    .values({
      id,
      token_hash: hashToken(token),
      email,
      organisation_kind: input.organisation.kind,
      organisation_id: input.organisation.id,
      organisation_name: input.organisation.name,
      role: input.role,
      territories: input.territories ? [...input.territories] : null,
      landing_path: localPath(input.landingPath),
      invited_by: input.invitedBy ?? null,
      created_at: now,
      expires_at: expiresAt,
      accepted_at: null,
      accepted_by: null,
      revoked_at: null,
    })
    .execute();
  await w.audit('auth.invited', { type: 'invitation', id }, { organisation: input.organisation.id, role: input.role });
  return { id, url: `${ctx.origin}/join/${token}`, expiresAt };
}

export interface InvitationView {
  email: string;
  organisationName: string;
  organisationKind: 'company' | 'authority';
  role: StaffRole;
  landingPath: string;
  expiresAt: Date;
  /** The mailbox already has an account in this region: it keeps its password, the membership is added. */
  hasAccount: boolean;
}

/** What stands behind a link. Used, revoked, expired and unknown look the same. */
export async function readInvitation(ctx: Pick<Context, 'db' | 'clock'>, token: string): Promise<InvitationView> {
  const row = await ctx.db
    .selectFrom('invitation as i')
    .leftJoin('account as a', (join) => join.onRef('a.email', '=', 'i.email').on('a.kind', '=', 'staff'))
    .select([
      'i.email',
      'i.organisation_name',
      'i.organisation_kind',
      'i.role',
      'i.landing_path',
      'i.expires_at',
      'a.id as account_id',
    ])
    .where('i.token_hash', '=', hashToken(token))
    .where('i.accepted_at', 'is', null)
    .where('i.revoked_at', 'is', null)
    .where('i.expires_at', '>', ctx.clock.now())
    .executeTakeFirst();
  if (!row) throw notFound('auth.invitation-over');
  return {
    email: row.email,
    organisationName: row.organisation_name,
    organisationKind: row.organisation_kind,
    role: row.role,
    landingPath: row.landing_path,
    expiresAt: row.expires_at,
    hasAccount: row.account_id !== null,
  };
}

/** Links that wait to be opened, for the list of employees. */
export async function pendingInvitations(db: AnyDb, organisationId: string, now: Date) {
  return db
    .selectFrom('invitation')
    .select(['id', 'email', 'role', 'created_at as createdAt', 'expires_at as expiresAt'])
    .where('organisation_id', '=', organisationId)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .orderBy('created_at', 'desc')
    .execute();
}

/** The link dies at once. A foreign id revokes nothing. */
export async function revokeInvitation(ctx: Context, organisationId: string, id: string): Promise<void> {
  await ctx.write(async (w) => {
    const row = await w.db
      .updateTable('invitation')
      .set({ revoked_at: ctx.clock.now() })
      .where('id', '=', id)
      .where('organisation_id', '=', organisationId)
      .where('accepted_at', 'is', null)
      .where('revoked_at', 'is', null)
      .returning('id')
      .executeTakeFirst();
    if (!row) throw notFound('auth.invitation-over');
    await w.audit('auth.invitation-revoked', { type: 'invitation', id });
  });
}
