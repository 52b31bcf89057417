// Partners sign in: e-mail and password, then the second step; or a passkey.
import { type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { AuthPage, StaffSignInForm, useAuthWords } from '@zhkh/platform/auth/ui';
import { controlSignInStep, localPath, nextField, passwordForms } from '@zhkh/platform/auth.server';
import { z } from 'zod';
import { stepAnswer, stepRequest } from '../../auth-step.server.ts';
import { action as change, loader as read } from '../../http.server.ts';

const query = z.strictObject({ next: nextField });

export const loader = read({ can: 'public', query }, ({ control, query: asked }) => {
  if (control.actor.kind !== 'anonymous') throw redirect(localPath(asked.next));
  return { next: localPath(asked.next), title: control.t('auth:staff.partner-title') };
});

export const action = change({ can: 'public', query, form: passwordForms, secrets: ['password', 'answer'] }, async (input) =>
  stepAnswer(await controlSignInStep(stepRequest(input), input.form)),
);

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export default function SignIn() {
  const page = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const t = useAuthWords();
  return (
    <AuthPage title={t('staff.partner-title')}>
      <StaffSignInForm state={state} next={page.next} />
    </AuthPage>
  );
}
