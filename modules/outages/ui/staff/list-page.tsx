// The cabinet's list of outages: queues, filters, one line an outage.
import { Link, useLocation } from '@remix-run/react';
import {
  ButtonLink,
  Card,
  CellSub,
  Empty,
  FilterForm,
  FilterSelect,
  Icon,
  noBreak,
  PageHead,
  Pagination,
  SearchField,
  Table,
  Tabs,
} from '@zhkh/ui';
import type { Item } from '../../core/item.server.ts';
import { type ListFilter, PAGE_SIZE, tabs } from '../../domain/list-query.ts';
import { kinds } from '../../domain/phase.ts';
import { serviceCodes } from '../../domain/services.ts';
import type { OutageList } from '../../queries/outage-list.server.ts';
import '../outages.css';
import { useOutageWords } from '../use-words.ts';
import { PhasePill } from './phase-pill.tsx';

interface Props {
  base: '/company/outages' | '/authority/outages';
  filter: ListFilter;
  list: OutageList;
}

export function ListPage({ base, filter, list }: Props) {
  const t = useOutageWords();
  const queues = tabs.map((tab) => ({
    to: `${base}?tab=${tab}`,
    label: t(`list.tab.${tab}`),
    count: tab === 'past' ? undefined : list.counts[tab],
    late: tab === 'now' && list.overdue > 0,
    current: filter.tab === tab,
  }));
  return (
    <div className="stack">
      <PageHead title={t('list.title')} sub={t('list.sub')} end={<Actions base={base} />} />
      <Tabs label={t('list.tabs')} tabs={queues} />
      <Filters base={base} filter={filter} list={list} />
      {list.items.length === 0 ? (
        <Empty title={t(`list.empty.${filter.tab}`)}>{t('list.empty-sub')}</Empty>
      ) : (
        <Card kind="flush" label={t('list.title')}>
          <Rows base={base} items={list.items} />
        </Card>
      )}
      <Pagination page={filter.page} size={PAGE_SIZE} total={list.total} />
    </div>
  );
}

function Actions({ base }: Pick<Props, 'base'>) {
  const t = useOutageWords();
  const { search } = useLocation();
  return (
    <>
      {base === '/company/outages' ? (
        <ButtonLink to={`${base}/upload`}>{t('list.upload')}</ButtonLink>
      ) : (
        <ButtonLink icon="download" to={`${base}.csv${search}`} reloadDocument>
          {t('list.export')}
        </ButtonLink>
      )}
      <ButtonLink kind="main" icon="plus" to={`${base}/new`}>
        {t('list.new')}
      </ButtonLink>
    </>
  );
}

function Filters({ base, filter, list }: Props) {
  const t = useOutageWords();
  return (
    <FilterForm action={base} found={t('list.found', { count: list.total })} label={t('list.search')}>
      <input type="hidden" name="tab" value={filter.tab} />
      <SearchField label={t('list.search')} placeholder={t('list.search-hint')} defaultValue={filter.q} />
      <FilterSelect
        name="service"
        label={t('list.service')}
        empty={t('list.all-services')}
        options={serviceCodes.map((code) => ({ value: code, label: t(`services.${code}`) }))}
        defaultValue={filter.service}
      />
      <FilterSelect
        name="kind"
        label={t('list.kind')}
        empty={t('list.all-kinds')}
        options={kinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
        defaultValue={filter.kind}
      />
      {list.companies.length > 0 && (
        <FilterSelect
          name="company"
          label={t('list.company')}
          empty={t('list.all-companies')}
          options={list.companies}
          defaultValue={filter.company}
        />
      )}
    </FilterForm>
  );
}

function Rows({ base, items }: { base: string; items: readonly Item[] }) {
  const t = useOutageWords();
  return (
    <Table
      caption={t('list.caption')}
      rows={items}
      rowKey={(item) => item.id}
      columns={[
        {
          key: 'what',
          head: t('list.col.what'),
          phone: 'wide',
          cell: (item) => (
            <span className="row row--top">
              <Icon name={item.icon} />
              <span>
                <Link to={`${base}/${item.id}`}>{noBreak(item.title)}</Link>
                <CellSub>{noBreak([item.why, item.who].filter(Boolean).join(' · '))}</CellSub>
              </span>
            </span>
          ),
        },
        {
          key: 'when',
          head: t('list.col.when'),
          phone: 'wide',
          cell: (item) => <span className="num">{noBreak(item.when)}</span>,
        },
        {
          key: 'place',
          head: t('list.col.place'),
          phone: 'wide',
          cell: (item) => (
            <>
              {noBreak(t('houses', { count: item.houses }))}
              <CellSub>{noBreak(item.place)}</CellSub>
            </>
          ),
        },
        { key: 'phase', head: t('list.col.phase'), phone: 'wide', cell: (item) => <PhasePill phase={item.phase} /> },
      ]}
    />
  );
}
