// First sign-in ends here: nothing opens before the second step is on.
import { type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { AuthPage, RecoveryCodes, SetupSecondFactor, useAuthWords } from '@zhkh/platform/auth/ui';
import {
  controlSetup,
  controlSetupStep,
  followsAction,
  localPath,
  nextField,
  setupForms,
  withNext,
} from '@zhkh/platform/auth.server';
import { z } from 'zod';
import { stepAnswer, stepRequest } from '../../auth-step.server.ts';
import { action as change, loader as read } from '../../http.server.ts';

const query = z.strictObject({ next: nextField });

export const loader = read({ can: 'public', query }, async (input) => {
  const next = localPath(input.query.next);
  const title = input.control.t('auth:setup.title');
  const setup = await controlSetup(stepRequest(input));
  // After the first right code the page is drawn once more to show the recovery codes.
  if (!setup && input.control.actor.kind === 'anonymous' && !followsAction(input.request))
    throw redirect(withNext('/sign-in', next));
  return { next, title, setup };
});

export const action = change({ can: 'public', query, form: setupForms, secrets: ['code', 'answer'] }, async (input) =>
  stepAnswer(await controlSetupStep(stepRequest(input), input.form)),
);

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export default function SetupSecondFactorPage() {
  const { next, setup } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useAuthWords();
  if (setup) {
    return (
      <AuthPage title={t('setup.title')} lead={t('setup.lead')}>
        <SetupSecondFactor state={answer} next={next} secret={setup.secret} qr={setup.qr} />
      </AuthPage>
    );
  }
  const codes = answer && 'codes' in answer ? answer.codes : [];
  return (
    <AuthPage title={t('setup.codes-title')} lead={t('setup.codes-lead')}>
      <RecoveryCodes codes={codes} next={next} />
    </AuthPage>
  );
}
