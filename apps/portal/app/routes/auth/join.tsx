// The link of an invitation. GET shows who invites whom and consumes nothing; POST creates the sign-in.
import { data, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { AuthPage, useAuthWords } from '@zhkh/ui/auth';
import { acceptInvitation, readInvitation, withNext } from '@zhkh/kernel/auth.server';
import { isAppError } from '@zhkh/kernel/errors';
import { Button, ButtonLink, Card, DefinitionList, Form, pageTitle, TextField, useFormat } from '@zhkh/ui';
import { z } from 'zod';
import { change, read } from '../../http.server.ts';
import { withCookies } from '../../with-cookies.ts';

const params = z.strictObject({ token: z.string().regex(/^[A-Za-z0-9_-]{43}$/) });

export const loader = read({ can: 'public', params }, async ({ ctx, params: { token } }) => {
  const found = await readInvitation(ctx, token).catch(nullIfOver);
  if (!found) return data({ title: ctx.t('auth:join.over-title'), invitation: null }, { status: 410 });
  const { email, organisationName, expiresAt, hasAccount } = found;
  const invitation = { email, organisationName, expiresAt: expiresAt.toISOString(), hasAccount };
  return data({ title: ctx.t('auth:join.title'), invitation });
});

/** Used, revoked, expired and unknown links get one page with words, not an error. */
function nullIfOver(error: unknown): null {
  if (isAppError(error) && error.kind === 'notFound') return null;
  throw error;
}

const form = z.strictObject({
  name: z.string().trim().max(200).default(''),
  password: z.string().max(500).default(''),
});

export const action = change(
  { can: 'public', params, form, secrets: ['password'] },
  async ({ ctx, runtime, http, params: { token }, form: given }) => {
    const input = { ...given, token, client: http, currentSessionId: http.sessionId };
    const accepted = await acceptInvitation(ctx, runtime, input).catch(nullIfOver);
    if (!accepted) return redirect(`/join/${token}`);
    if (!accepted.setCookie) return redirect(withNext('/staff/sign-in', accepted.landingPath));
    return redirect(withNext('/staff/setup-second-factor', accepted.landingPath), withCookies(accepted.setCookie));
  },
);

export const meta = pageTitle;

export default function Join() {
  const { invitation } = useLoaderData<typeof loader>();
  const t = useAuthWords();
  if (invitation) return <Invitation page={invitation} />;
  return (
    <AuthPage title={t('join.over-title')} lead={t('join.over-lead')}>
      <ButtonLink wide to="/staff/sign-in">
        {t('join.over-sign-in')}
      </ButtonLink>
    </AuthPage>
  );
}

interface InvitationFacts {
  email: string;
  organisationName: string;
  expiresAt: string;
  hasAccount: boolean;
}

function Invitation({ page }: { page: InvitationFacts }) {
  const state = useActionData<typeof action>();
  const t = useAuthWords();
  const format = useFormat();
  const facts = [
    { name: t('join.organisation'), value: <b>{page.organisationName}</b> },
    { name: t('join.email'), value: page.email },
  ];
  return (
    <AuthPage
      title={t('join.title')}
      foot={<p className="small muted">{t('join.until', { date: format.dateTime(page.expiresAt) })}</p>}
    >
      <Card label={t('join.organisation')}>
        <DefinitionList pairs={facts} left />
      </Card>
      <Form state={state}>
        {page.hasAccount ? <p>{t('join.has-account')}</p> : <NewAccountFields email={page.email} />}
        <Button kind="main" wide>
          {t(page.hasAccount ? 'join.add' : 'join.create')}
        </Button>
      </Form>
    </AuthPage>
  );
}

function NewAccountFields({ email }: { email: string }) {
  const t = useAuthWords();
  return (
    <>
      {/* Password managers store the login from it; the server takes the address from the invitation. */}
      <input type="email" autoComplete="username" value={email} readOnly hidden />
      <TextField name="name" label={t('join.name')} help={t('join.name-help')} autoComplete="name" required />
      <TextField
        name="password"
        type="password"
        label={t('join.password')}
        help={t('join.password-help')}
        autoComplete="new-password"
        required
      />
      <p className="small sub">{t('join.next')}</p>
    </>
  );
}
