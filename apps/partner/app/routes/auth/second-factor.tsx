// The second step. Only a browser that has just given the password gets here.
import { type MetaFunction, redirect } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { AuthPage, SecondFactorForm, useAuthWords } from '@zhkh/platform/auth/ui';
import { controlFactorStep, controlFactors, factorForms, localPath, nextField, withNext } from '@zhkh/platform/auth.server';
import { z } from 'zod';
import { stepAnswer, stepRequest } from '../../auth-step.server.ts';
import { action as change, loader as read } from '../../http.server.ts';

const query = z.strictObject({ next: nextField });

export const loader = read({ can: 'public', query }, async (input) => {
  const next = localPath(input.query.next);
  const factors = await controlFactors(stepRequest(input));
  if (!factors) throw redirect(withNext('/sign-in', next));
  return { ...factors, next, title: input.control.t('auth:factor.title') };
});

export const action = change(
  { can: 'public', query, form: factorForms, secrets: ['code', 'recovery', 'answer'] },
  async (input) => stepAnswer(await controlFactorStep(stepRequest(input), input.form)),
);

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export default function SecondFactor() {
  const { next, hasTotp, hasPasskey } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const t = useAuthWords();
  return (
    <AuthPage title={t('factor.title')} lead={t('factor.lead')} foot={<Link to="/sign-in">{t('factor.again')}</Link>}>
      <SecondFactorForm state={state} next={next} hasTotp={hasTotp} hasPasskey={hasPasskey} />
    </AuthPage>
  );
}
