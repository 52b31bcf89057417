// «Не присылать»: opening the link asks; the button, or a mail program's own one, stops messages.
import { data } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import type { PageHandle } from '@zhkh/ui';
import { pageTitle } from '@zhkh/ui';
import { z } from 'zod';
import { isKnownStop, stopMessages } from '../../../commands/stop-messages.server.ts';
import { tokenParams } from '../../../domain/schemas.ts';
import { change, read } from '../../../http.server.ts';
import { LetterLinkPage } from '../../../ui/letter-link-page.tsx';

export const meta = pageTitle;
export const handle: PageHandle = { chrome: 'detail' };

export const loader = read({ can: 'public', params: tokenParams }, async ({ ctx, params }) => ({
  title: ctx.t('outages:stop.title'),
  known: await isKnownStop(ctx, params.token),
}));

/** RFC 8058: what a mail program sends when its own «unsubscribe» is pressed. */
const oneClick = z.strictObject({ 'List-Unsubscribe': z.literal('One-Click').optional() });

export const action = change({ can: 'public', params: tokenParams, form: oneClick }, async ({ ctx, params }) => {
  await stopMessages(ctx, params.token);
  return data({ done: true });
});

export default function StopMessages() {
  const { known } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const done = state !== undefined && 'done' in state && state.done;
  return <LetterLinkPage of="stop" state={done ? 'done' : known ? 'ask' : 'old'} />;
}
