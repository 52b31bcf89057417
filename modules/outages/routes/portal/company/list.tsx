// The company's outages: now, planned, past; the choice lives in the URL.
import { useLoaderData } from '@remix-run/react';
import { pageTitle } from '@zhkh/ui';
import { listQuery } from '../../../domain/list-query.ts';
import { read } from '../../../http.server.ts';
import { outageList } from '../../../queries/outage-list.server.ts';
import { ListPage } from '../../../ui/staff/list-page.tsx';

export const meta = pageTitle;

export const loader = read({ can: 'outages.company', query: listQuery }, async ({ ctx, query }) => ({
  title: ctx.t('outages:list.title'),
  filter: query,
  list: await outageList(ctx, query, { companies: false }),
}));

export default function CompanyOutages() {
  const { filter, list } = useLoaderData<typeof loader>();
  return <ListPage base="/company/outages" filter={filter} list={list} />;
}
