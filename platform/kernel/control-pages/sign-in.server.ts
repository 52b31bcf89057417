// Sign-in above the regions: e-mail and password, then the second step; or a passkey.
import { redirect } from '@remix-run/node';
import { z } from 'zod';
import { controlSignInStep, localPath, nextField, passwordForms } from '../auth/index.server.ts';
import type { ControlPageOf } from './control-page.server.ts';
import { stepAnswer, stepRequest } from './step-answer.server.ts';

const query = z.strictObject({ next: nextField });

export function signInPage({ app, read, change, signInTitle }: ControlPageOf) {
  return {
    loader: read({ can: 'public', query }, ({ control, query: asked }) => {
      if (control.actor.kind !== 'anonymous') throw redirect(localPath(asked.next));
      return { next: localPath(asked.next), title: control.t(signInTitle) };
    }),
    action: change({ can: 'public', query, form: passwordForms, secrets: ['password', 'answer'] }, async (input) =>
      stepAnswer(await controlSignInStep(stepRequest(app, input), input.form)),
    ),
  };
}
