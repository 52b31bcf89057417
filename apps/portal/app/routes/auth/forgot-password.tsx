// «Forgot password» of staff: asks for the mailbox; the answer is the same whether it has an account or not.
import { redirect } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { AuthPage, useAuthWords } from '@zhkh/ui/auth';
import { askForReset } from '@zhkh/kernel/auth.server';
import { Button, ButtonLink, Form, pageTitle, TextField } from '@zhkh/ui';
import { z } from 'zod';
import { change, read } from '../../http.server.ts';

const query = z.strictObject({ state: z.enum(['ask', 'sent', 'done']).default('ask') });

export const loader = read({ can: 'public', query }, ({ ctx, query: { state } }) => ({
  state,
  title: ctx.t(`auth:reset.${state}-title`),
}));

const form = z.strictObject({ email: z.string().max(300) });

export const action = change({ can: 'public', query, form }, async ({ ctx, http, form: { email } }) => {
  await askForReset(ctx, { email, client: http });
  return redirect('/staff/forgot?state=sent');
});

export const meta = pageTitle;

export default function ForgotPassword() {
  const { state } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = useAuthWords();
  const back = (
    <p>
      <Link to="/staff/sign-in">{t('reset.back')}</Link>
    </p>
  );
  return (
    <AuthPage title={t(`reset.${state}-title`)} lead={t(`reset.${state}-lead`)} foot={state === 'done' ? undefined : back}>
      {state === 'ask' && (
        <Form state={refused}>
          <TextField name="email" type="email" label={t('staff.email')} autoComplete="username" inputMode="email" required />
          <Button kind="main" wide>
            {t('reset.send')}
          </Button>
        </Form>
      )}
      {state === 'done' && (
        <ButtonLink kind="main" wide to="/staff/sign-in">
          {t('staff.enter')}
        </ButtonLink>
      )}
    </AuthPage>
  );
}
