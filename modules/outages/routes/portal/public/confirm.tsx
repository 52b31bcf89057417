// Confirms a mail address by the link of a letter: opening it changes nothing, the button does.
import { data } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import type { PageHandle } from '@zhkh/ui';
import { pageTitle } from '@zhkh/ui';
import { confirmAddress, isAsked } from '../../../commands/confirm-address.server.ts';
import { tokenParams } from '../../../domain/schemas.ts';
import { change, read } from '../../../http.server.ts';
import { LetterLinkPage } from '../../../ui/letter-link-page.tsx';

export const meta = pageTitle;
export const handle: PageHandle = { chrome: 'detail' };

export const loader = read({ can: 'public', params: tokenParams }, async ({ ctx, params }) => ({
  title: ctx.t('outages:confirm.title'),
  asked: await isAsked(ctx, params.token),
}));

export const action = change({ can: 'public', params: tokenParams }, async ({ ctx, params }) =>
  data({ done: await confirmAddress(ctx, params.token) }),
);

export default function ConfirmAddress() {
  const { asked } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const done = state !== undefined && 'done' in state && state.done;
  return <LetterLinkPage of="confirm" state={done ? 'done' : asked ? 'ask' : 'old'} />;
}
