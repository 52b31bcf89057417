// Who works in the company's cabinet; its admin invites by letter, revokes links and closes access.
import { data, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useAuthWords } from '@zhkh/ui/auth';
import {
  companyAdmin,
  inviteEmployee,
  membersOf,
  pendingInvitations,
  removeMember,
  revokeInvitation,
} from '@zhkh/kernel/auth.server';
import { forbidden } from '@zhkh/kernel/errors';
import { Button, Card, ChoiceCards, Form, Notice, pageTitle, TextField, useFormat } from '@zhkh/ui';
import { z } from 'zod';
import { change, read } from '../../http.server.ts';

export const loader = read({ can: 'signed-in' }, async ({ ctx }) => {
  const { actor } = ctx;
  if (actor.kind !== 'staff' || actor.organisation.kind !== 'company') throw forbidden();
  const isAdmin = actor.role === 'company-admin';
  const members = await membersOf(ctx.db, actor.organisation.id);
  const pending = isAdmin ? await pendingInvitations(ctx.db, actor.organisation.id, ctx.clock.now()) : [];
  return {
    title: ctx.t('auth:employees.title'),
    isAdmin,
    members: members.map(({ lastSeenAt, accountId, ...one }) => ({
      ...one,
      lastSeenAt: lastSeenAt?.toISOString() ?? null,
      isMe: accountId === actor.accountId,
    })),
    pending: pending.map((one) => ({ id: one.id, email: one.email, role: one.role, expiresAt: one.expiresAt.toISOString() })),
  };
});

const forms = {
  invite: z.strictObject({ email: z.string().max(300), role: z.enum(['company-employee', 'company-admin']) }),
  revoke: z.strictObject({ invitation: z.uuid() }),
  remove: z.strictObject({ membership: z.uuid() }),
};

export const action = change({ can: 'signed-in', form: forms }, async ({ ctx, form }) => {
  const admin = companyAdmin(ctx);
  if (form.intent === 'invite') {
    await inviteEmployee(ctx, form);
    return data({ invited: form.email });
  }
  if (form.intent === 'revoke') await revokeInvitation(ctx, admin.organisation.id, form.invitation);
  else await removeMember(ctx, form.membership);
  return redirect('/company/employees');
});

export const meta = pageTitle;

export default function Employees() {
  const page = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const t = useAuthWords();
  return (
    <div className="stack">
      <div className="pagehead">
        <h1>{t('employees.title')}</h1>
      </div>
      {state && 'invited' in state && (
        <Notice tone="ok" live>
          {t('employees.invited', { email: state.invited })}
        </Notice>
      )}
      <MembersCard members={page.members} canRemove={page.isAdmin} />
      {page.pending.length > 0 && <PendingCard pending={page.pending} />}
      {page.isAdmin ? <InviteCard key={page.pending[0]?.id} state={state} /> : <p className="sub">{t('employees.only-admin')}</p>}
    </div>
  );
}

type Page = ReturnType<typeof useLoaderData<typeof loader>>;

function MembersCard({ members, canRemove }: { members: Page['members']; canRemove: boolean }) {
  const t = useAuthWords();
  const format = useFormat();
  return (
    <Card label={t('employees.caption')}>
      <ul className="stack stack--2">
        {members.map((one) => (
          <li key={one.membershipId} className="row">
            <span className="grow">
              <b>{one.name || one.email}</b> <span className="small sub">{t(`role.short.${one.role}`)}</span>
              <br />
              <span className="small sub">
                {one.email}
                {one.lastSeenAt && `, ${t('me.seen', { date: format.shortDateTime(one.lastSeenAt) })}`}
              </span>
            </span>
            {one.isMe && <span className="small sub">{t('employees.you')}</span>}
            {canRemove && !one.isMe && (
              <Form intent="remove" className="">
                <input type="hidden" name="membership" value={one.membershipId} />
                <Button size="s" kind="no">
                  {t('employees.remove')}
                </Button>
              </Form>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function PendingCard({ pending }: { pending: Page['pending'] }) {
  const t = useAuthWords();
  const format = useFormat();
  return (
    <Card>
      <h2>{t('employees.pending')}</h2>
      <ul className="stack stack--2">
        {pending.map((one) => (
          <li key={one.id} className="row">
            <span className="grow">
              {one.email} <span className="small sub">{t('employees.until', { date: format.shortDateTime(one.expiresAt) })}</span>
            </span>
            <Form intent="revoke" className="">
              <input type="hidden" name="invitation" value={one.id} />
              <Button size="s">{t('employees.revoke')}</Button>
            </Form>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function InviteCard({ state }: { state: unknown }) {
  const t = useAuthWords();
  const roles = (['company-employee', 'company-admin'] as const).map((value) => ({ value, label: t(`role.${value}`) }));
  return (
    <Card>
      <h2>{t('employees.invite')}</h2>
      <Form state={state} intent="invite">
        <TextField name="email" type="email" label={t('employees.email')} inputMode="email" autoComplete="off" required />
        <ChoiceCards name="role" label={t('employees.role')} choices={roles} required />
        <Button kind="main">{t('employees.send')}</Button>
      </Form>
    </Card>
  );
}
