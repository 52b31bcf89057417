// The second step. Only a browser that has just given the password gets here.
import { redirect } from '@remix-run/node';
import { z } from 'zod';
import { controlFactorStep, controlFactors, factorForms, localPath, nextField, withNext } from '../auth/index.server.ts';
import type { ControlPageOf } from './control-page.server.ts';
import { stepAnswer, stepRequest } from './step-answer.server.ts';

const query = z.strictObject({ next: nextField });

export function secondFactorPage({ app, read, change }: ControlPageOf) {
  return {
    loader: read({ can: 'public', query }, async (input) => {
      const next = localPath(input.query.next);
      const factors = await controlFactors(stepRequest(app, input));
      if (!factors) throw redirect(withNext('/sign-in', next));
      return { ...factors, next, title: input.control.t('auth:factor.title') };
    }),
    action: change({ can: 'public', query, form: factorForms, secrets: ['code', 'recovery', 'answer'] }, async (input) =>
      stepAnswer(await controlFactorStep(stepRequest(app, input), input.form)),
    ),
  };
}
