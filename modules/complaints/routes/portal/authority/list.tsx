// All complaints of the territory, filtered.
import { useLoaderData } from '@remix-run/react';
import { authorityQuery } from '../../../domain/inbox-query.ts';
import { read } from '../../../http.server.ts';
import { authorityList } from '../../../queries/authority-list.server.ts';
import { AuthorityListPage } from '../../../ui/staff/authority-list-page.tsx';
import { titleMeta } from '../../../ui/title-meta.ts';

export const meta = titleMeta;

export const loader = read({ can: 'complaints.oversee', query: authorityQuery }, async ({ ctx, query }) => ({
  title: ctx.t('complaints:authority.list'),
  filter: query,
  list: await authorityList(ctx, query),
}));

export default function AuthorityListRoute() {
  const { filter, list } = useLoaderData<typeof loader>();
  return <AuthorityListPage filter={filter} list={list} />;
}
