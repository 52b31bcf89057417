// What a resident follows: houses, and how the news comes.
import { redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import type { PageHandle } from '@zhkh/ui';
import { pageTitle } from '@zhkh/ui';
import { z } from 'zod';
import { chooseWays } from '../../../commands/choose-ways.server.ts';
import { subscribe, unsubscribe } from '../../../commands/subscribe.server.ts';
import { followForms } from '../../../domain/schemas.ts';
import { change, read } from '../../../http.server.ts';
import { mySubscriptions } from '../../../queries/my-subscriptions.server.ts';
import { MyOutagesPage } from '../../../ui/my-outages-page.tsx';

export const meta = pageTitle;
export const handle: PageHandle = { chrome: 'detail' };

const query = z.strictObject({
  q: z.string().max(200).default(''),
  done: z.enum(['followed', 'unfollowed', 'saved', 'confirming']).optional(),
});

export const loader = read({ can: 'outages.subscribe', query }, async ({ ctx, query: { q, done } }) => ({
  title: ctx.t('outages:mine.title'),
  q,
  done: done ?? null,
  mine: await mySubscriptions(ctx, q),
}));

export const action = change({ can: 'outages.subscribe', query, form: followForms }, async ({ ctx, form }) => {
  if (form.intent === 'follow') await subscribe(ctx, form.houseId);
  if (form.intent === 'unfollow') await unsubscribe(ctx, form.houseId);
  if (form.intent !== 'ways') throw redirect(`/my-outages?done=${form.intent === 'follow' ? 'followed' : 'unfollowed'}`);
  const ways = { bySms: form.bySms === 'on', byMail: form.byMail === 'on', email: form.email };
  const { confirming } = await chooseWays(ctx, ways);
  throw redirect(`/my-outages?done=${confirming ? 'confirming' : 'saved'}`);
});

export default function MyOutages() {
  const { mine, q, done } = useLoaderData<typeof loader>();
  return <MyOutagesPage mine={mine} q={q} done={done} state={useActionData<typeof action>()} />;
}
