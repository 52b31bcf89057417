// A company's admin looks after the company's people: invites by letter, changes a role, lets go.
// Sessions follow at once.
import { conflict, forbidden, invalid, notFound } from '../errors/index.ts';
import type { Context } from '../module/context.server.ts';
import type { StaffActor } from '../module/actor.ts';
import { createInvitation } from './invitation.server.ts';
import { membersOf } from './staff-account.server.ts';

export type EmployeeRole = 'company-employee' | 'company-admin';

/** The actor when they are the admin of a company, else refused. */
export function companyAdmin(ctx: Pick<Context, 'actor'>): StaffActor {
  if (ctx.actor.kind !== 'staff' || ctx.actor.role !== 'company-admin') throw forbidden('auth.only-admin');
  return ctx.actor;
}

export async function inviteEmployee(ctx: Context, input: { email: string; role: EmployeeRole }): Promise<void> {
  const actor = companyAdmin(ctx);
  const organisation = await ctx.db
    .selectFrom('membership')
    .select('organisation_name as name')
    .where('account_id', '=', actor.accountId)
    .where('organisation_id', '=', actor.organisation.id)
    .where('ended_at', 'is', null)
    .executeTakeFirstOrThrow();
  const members = await membersOf(ctx.db, actor.organisation.id);
  if (members.some((one) => one.email === input.email.trim().toLowerCase())) {
    throw invalid('auth.already-member', { fields: { email: { key: 'auth:errors.already-member' } } });
  }
  await ctx.write(async (w) => {
    const invitation = await createInvitation(ctx, w, {
      email: input.email,
      organisation: {
        id: actor.organisation.id,
        kind: 'company',
        name: organisation.name,
      },
      role: input.role,
      landingPath: '/company/inbox',
      invitedBy: actor.accountId,
    });
    await w.notify.letter({
      key: `auth.invitation:${invitation.id}`,
      to: input.email.trim(),
      subject: ctx.t('auth:letter.invitation-subject', {
        organisation: organisation.name,
      }),
      text: ctx.t('auth:letter.invitation-text', {
        organisation: organisation.name,
        url: invitation.url,
      }),
      purpose: 'auth.invitation',
    });
  });
}

/** Ends a membership and every session that works under it. The last admin can not go: nobody could invite again. */
export async function removeMember(ctx: Context, membershipId: string): Promise<void> {
  const actor = companyAdmin(ctx);
  await ctx.write(async (w) => {
    const members = await w.db
      .selectFrom('membership')
      .select(['id', 'role', 'account_id'])
      .where('organisation_id', '=', actor.organisation.id)
      .where('ended_at', 'is', null)
      .forUpdate()
      .execute();
    const leaving = members.find((one) => one.id === membershipId);
    if (!leaving) throw notFound();
    const admins = members.filter((one) => one.role === 'company-admin');
    if (leaving.role === 'company-admin' && admins.length === 1) throw conflict('auth.last-admin');
    await w.db.updateTable('membership').set({ ended_at: ctx.clock.now() }).where('id', '=', leaving.id).execute();
    await w.db.deleteFrom('session').where('membership_id', '=', leaving.id).execute();
    await w.audit('auth.member-removed', { type: 'account', id: leaving.account_id }, { organisation: actor.organisation.id });
  });
}
