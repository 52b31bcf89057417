// The company's inbox: queues, search, filters; the choice lives in the URL.
import { useLoaderData } from '@remix-run/react';
import { pageTitle } from '@zhkh/ui';
import { read } from '../../../http.server.ts';
import { companyInbox } from '../../../queries/company-inbox.server.ts';
import { handedAway } from '../../../queries/handed-away.server.ts';
import { inboxQuery } from '../../../domain/inbox-query.ts';
import { Inbox } from '../../../ui/staff/inbox.tsx';
import { HandedAway } from '../../../ui/staff/handed-away.tsx';

export const meta = pageTitle;

export const loader = read({ can: 'complaints.inbox', query: inboxQuery }, async ({ ctx, query }) => ({
  title: ctx.t('complaints:inbox.title'),
  filter: query,
  inbox: await companyInbox(ctx, query),
  away: await handedAway(ctx),
}));

export default function InboxRoute() {
  const { filter, inbox, away } = useLoaderData<typeof loader>();
  return <Inbox filter={filter} inbox={inbox} after={<HandedAway rows={away} />} />;
}
