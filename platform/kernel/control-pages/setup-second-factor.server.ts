// First sign-in ends here: nothing opens before the second step is on.
import { redirect } from '@remix-run/node';
import { z } from 'zod';
import {
  controlSetup,
  controlSetupStep,
  followsAction,
  localPath,
  nextField,
  setupForms,
  withNext,
} from '../auth/index.server.ts';
import type { ControlPageOf } from './control-page.server.ts';
import { stepAnswer, stepRequest } from './step-answer.server.ts';

const query = z.strictObject({ next: nextField });

export function setupSecondFactorPage({ app, read, change }: ControlPageOf) {
  return {
    loader: read({ can: 'public', query }, async (input) => {
      const next = localPath(input.query.next);
      const title = input.control.t('auth:setup.title');
      const setup = await controlSetup(stepRequest(app, input));
      // After the first right code the page is drawn once more to show the recovery codes.
      if (!setup && input.control.actor.kind === 'anonymous' && !followsAction(input.request))
        throw redirect(withNext('/sign-in', next));
      return { next, title, setup };
    }),
    action: change({ can: 'public', query, form: setupForms, secrets: ['code', 'answer'] }, async (input) =>
      stepAnswer(await controlSetupStep(stepRequest(app, input), input.form)),
    ),
  };
}
