// All complaints of the territory, filtered.
import { useLoaderData } from '@remix-run/react';
import { pageTitle } from '@zhkh/ui';
import { authorityQuery } from '../../../domain/inbox-query.ts';
import { read } from '../../../http.server.ts';
import { authorityList } from '../../../queries/authority-list.server.ts';
import { AuthorityListPage } from '../../../ui/staff/authority-list-page.tsx';

export const meta = pageTitle;

export const loader = read({ can: 'complaints.oversee', query: authorityQuery }, async ({ ctx, query }) => ({
  title: ctx.t('complaints:authority.list'),
  filter: query,
  list: await authorityList(ctx, query),
}));

export default function AuthorityListRoute() {
  const { filter, list } = useLoaderData<typeof loader>();
  return <AuthorityListPage filter={filter} list={list} />;
}
