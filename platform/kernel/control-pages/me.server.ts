// The profile of who is signed in above the regions: sessions, passkeys.
import { controlProfile, controlProfileStep, securityForms } from '../auth/index.server.ts';
import type { ControlPageOf } from './control-page.server.ts';
import { stepAnswer, stepRequest } from './step-answer.server.ts';

export function mePage({ app, read, change }: ControlPageOf) {
  return {
    loader: read({ can: 'signed-in' }, async (input) => ({
      ...(await controlProfile(stepRequest(app, input))),
      title: input.control.t('auth:me.title'),
    })),
    action: change({ can: 'signed-in', form: securityForms, secrets: ['answer'] }, async (input) =>
      stepAnswer(await controlProfileStep(stepRequest(app, input), input.form)),
    ),
  };
}
