// The profile of who is signed in here: sessions, passkeys, signing out.
import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { AuthPage, PasskeysCard, SessionsCard, SignOutForm, useAuthWords } from '@zhkh/platform/auth/ui';
import { controlProfile, controlProfileStep, securityForms } from '@zhkh/platform/auth.server';
import { stepAnswer, stepRequest } from '../../auth-step.server.ts';
import { action as change, loader as read } from '../../http.server.ts';

export const loader = read({ can: 'signed-in' }, async (input) => ({
  ...(await controlProfile(stepRequest(input))),
  title: input.control.t('auth:me.title'),
}));

export const action = change({ can: 'signed-in', form: securityForms, secrets: ['answer'] }, async (input) =>
  stepAnswer(await controlProfileStep(stepRequest(input), input.form)),
);

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export default function Me() {
  const page = useLoaderData<typeof loader>();
  const t = useAuthWords();
  return (
    <AuthPage title={t('me.title')} lead={`${page.name}, ${page.email}`} foot={<SignOutForm />}>
      <SessionsCard sessions={page.sessions} />
      <PasskeysCard passkeys={page.passkeys} recoveryLeft={page.recoveryLeft} />
    </AuthPage>
  );
}
