// The link to a new password.
// GET consumes nothing; POST sets the password and ends every sign-in of the account.
import { data, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { AuthPage, useAuthWords } from '@zhkh/ui/auth';
import { readReset, resetPassword } from '@zhkh/kernel/auth.server';
import { isAppError } from '@zhkh/kernel/errors';
import { Button, ButtonLink, Form, pageTitle, TextField } from '@zhkh/ui';
import { z } from 'zod';
import { change, read } from '../../http.server.ts';

const params = z.strictObject({ token: z.string().regex(/^[A-Za-z0-9_-]{43}$/) });

export const loader = read({ can: 'public', params }, async ({ ctx, params: { token } }) => {
  const found = await readReset(ctx, token).catch(nullIfOver);
  if (!found) return data({ title: ctx.t('auth:reset.over-title'), email: null }, { status: 410 });
  return data({ title: ctx.t('auth:reset.title'), email: found.email });
});

/** Used, expired and unknown links get one page with words, not an error. */
function nullIfOver(error: unknown): null {
  if (isAppError(error) && error.kind === 'notFound') return null;
  throw error;
}

const form = z.strictObject({ password: z.string().max(500) });

export const action = change(
  { can: 'public', params, form, secrets: ['password'] },
  async ({ ctx, params: { token }, form: { password } }) => {
    const over = await resetPassword(ctx, { token, password }).catch(nullIfOver);
    return redirect(over === null ? `/staff/reset/${token}` : '/staff/forgot?state=done');
  },
);

export const meta = pageTitle;

export default function ResetPassword() {
  const { email } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const t = useAuthWords();
  if (email === null) {
    return (
      <AuthPage title={t('reset.over-title')} lead={t('reset.over-lead')}>
        <ButtonLink wide to="/staff/forgot">
          {t('reset.again')}
        </ButtonLink>
      </AuthPage>
    );
  }
  return (
    <AuthPage title={t('reset.title')} lead={t('reset.lead')}>
      <Form state={state}>
        {/* Password managers store the login from it. */}
        <input type="email" autoComplete="username" value={email} readOnly hidden />
        <TextField
          name="password"
          type="password"
          label={t('me.password-new')}
          help={t('join.password-help')}
          autoComplete="new-password"
          required
        />
        <Button kind="main" wide>
          {t('reset.save')}
        </Button>
      </Form>
    </AuthPage>
  );
}
