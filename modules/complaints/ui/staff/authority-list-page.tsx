// The authority's table of complaints: what, which company, status, the date that is next.
import { useLocation } from '@remix-run/react';
import {
  ButtonLink,
  Card,
  Empty,
  FilterForm,
  FilterSelect,
  PageHead,
  Pagination,
  SearchField,
  StatusPill,
  Table,
} from '@zhkh/ui';
import type { AuthorityFilter } from '../../domain/inbox-query.ts';
import { authorityStates } from '../../domain/list-choices.ts';
import type { AuthorityList } from '../../queries/authority-list.server.ts';
import { useComplaintWords } from '../use-words.ts';
import { Due, What } from './inbox.tsx';

const SIZE = 25;

export function AuthorityListPage({ filter, list }: { filter: AuthorityFilter; list: AuthorityList }) {
  const t = useComplaintWords();
  const { search } = useLocation();
  return (
    <div className="stack">
      <PageHead
        title={t('authority.list')}
        end={
          <ButtonLink icon="download" to={`/authority/complaints.csv${search}`} reloadDocument>
            {t('authority.export')}
          </ButtonLink>
        }
      />
      <Filters filter={filter} list={list} />
      {list.items.length === 0 ? (
        <Empty title={t('authority.empty')}>{t('authority.empty-sub')}</Empty>
      ) : (
        <Card kind="flush" label={t('authority.list')}>
          <Table
            caption={t('authority.caption')}
            rows={list.items}
            rowKey={(item) => item.id}
            columns={[
              {
                key: 'what',
                head: t('inbox.col.complaint'),
                cell: (item) => <What item={item} to={`/authority/complaints/${item.id}`} />,
                phone: 'wide',
              },
              { key: 'company', head: t('authority.company'), cell: (item) => item.company, phone: 'wide' },
              {
                key: 'status',
                head: t('inbox.col.status'),
                cell: (item) => <StatusPill kind={item.pill.kind}>{item.pill.text}</StatusPill>,
                phone: 'wide',
              },
              { key: 'due', head: t('inbox.col.due'), cell: (item) => <Due item={item} />, phone: 'wide' },
            ]}
          />
        </Card>
      )}
      <Pagination page={filter.page} size={SIZE} total={list.total} />
    </div>
  );
}

function Filters({ filter, list }: { filter: AuthorityFilter; list: AuthorityList }) {
  const t = useComplaintWords();
  const states = authorityStates.map((state) => ({ value: state, label: t(`authority.states.${state}`) }));
  return (
    <FilterForm action="/authority/complaints" found={t('found', { count: list.total })} label={t('inbox.search-label')}>
      <SearchField label={t('inbox.search-label')} placeholder={t('inbox.search')} defaultValue={filter.q} />
      <FilterSelect
        name="state"
        label={t('authority.state')}
        empty={t('authority.all-states')}
        options={states}
        defaultValue={filter.state}
      />
      <FilterSelect
        name="company"
        label={t('authority.company')}
        empty={t('authority.all-companies')}
        options={list.companies}
        defaultValue={filter.company}
      />
      <FilterSelect
        name="group"
        label={t('authority.group')}
        empty={t('authority.all-groups')}
        options={list.groups}
        defaultValue={filter.group}
      />
    </FilterForm>
  );
}
