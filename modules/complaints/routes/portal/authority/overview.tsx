// The authority's first page: the week in four numbers, who is overdue most, answers in time by weeks.
import { useLoaderData } from '@remix-run/react';
import { pageTitle } from '@zhkh/ui';
import { read } from '../../../http.server.ts';
import { authorityOverview } from '../../../queries/authority-overview.server.ts';
import { OverviewPage } from '../../../ui/staff/overview-page.tsx';

export const meta = pageTitle;

export const loader = read({ can: 'complaints.oversee' }, async ({ ctx }) => ({
  title: ctx.t('complaints:authority.title'),
  overview: await authorityOverview(ctx),
}));

export default function OverviewRoute() {
  return <OverviewPage overview={useLoaderData<typeof loader>().overview} />;
}
