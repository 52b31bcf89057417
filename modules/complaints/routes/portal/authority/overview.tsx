// The authority's first page: the week in four numbers, who is overdue most, answers in time by weeks.
import { useLoaderData } from '@remix-run/react';
import { read } from '../../../http.server.ts';
import { authorityOverview } from '../../../queries/authority-overview.server.ts';
import { OverviewPage } from '../../../ui/staff/overview-page.tsx';
import { titleMeta } from '../../../ui/title-meta.ts';

export const meta = titleMeta;

export const loader = read({ can: 'complaints.oversee' }, async ({ ctx }) => ({
  title: ctx.t('complaints:authority.title'),
  overview: await authorityOverview(ctx),
}));

export default function OverviewRoute() {
  return <OverviewPage overview={useLoaderData<typeof loader>().overview} />;
}
