// What waits for an official's hand.
import { useLoaderData } from '@remix-run/react';
import { pageTitle } from '@zhkh/ui';
import { read } from '../../../http.server.ts';
import { authorityQueue } from '../../../queries/authority-queue.server.ts';
import { QueuePage } from '../../../ui/staff/queue-page.tsx';

export const meta = pageTitle;

export const loader = read({ can: 'complaints.resolve' }, async ({ ctx }) => ({
  title: ctx.t('complaints:queue.title'),
  items: await authorityQueue(ctx),
}));

export default function QueueRoute() {
  return <QueuePage items={useLoaderData<typeof loader>().items} />;
}
