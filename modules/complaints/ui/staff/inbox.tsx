// The company's list of complaints with the chosen one beside it.
import { Link, useLocation } from '@remix-run/react';
import {
  Card,
  CellSub,
  DeadlineLine,
  Empty,
  FilterForm,
  FilterSelect,
  noBreak,
  Pagination,
  SearchField,
  Split,
  StatusPill,
  Table,
  Tabs,
  useFormat,
} from '@zhkh/ui';
import type { ReactNode } from 'react';
import { PAGE_SIZE } from '../../domain/limits.ts';
import type { InboxFilter } from '../../domain/inbox-query.ts';
import { inboxTabs } from '../../domain/list-choices.ts';
import type { ListItem } from '../../views/shapes.ts';
import type { Inbox as InboxData } from '../../queries/company-inbox.server.ts';
import { useComplaintWords } from '../use-words.ts';

interface Props {
  filter: InboxFilter;
  inbox: InboxData;
  /** Shown under the queue. */
  after?: ReactNode;
  current?: string;
  pane?: ReactNode;
}

export function Inbox({ filter, inbox, after, current, pane }: Props) {
  const t = useComplaintWords();
  const tabs = inboxTabs.map((tab) => ({
    to: `/company/inbox?tab=${tab}`,
    label: t(`inbox.tab.${tab}`),
    count: tab === 'closed' ? undefined : inbox.counts[tab],
    late: tab === 'late',
    current: filter.tab === tab,
  }));
  const list = (
    <>
      <div className="row row--base row--wrap">
        {pane ? <h2 className="h1">{t('inbox.title')}</h2> : <h1>{t('inbox.title')}</h1>}
        <OnTime share={inbox.onTime} />
      </div>
      <Tabs label={t('inbox.tabs')} tabs={tabs} />
      <Filters filter={filter} inbox={inbox} />
      {inbox.items.length === 0 ? (
        <Empty title={t('inbox.empty')}>{t('inbox.empty-sub')}</Empty>
      ) : (
        <Card kind="flush" label={t('inbox.title')}>
          <Rows filter={filter} items={inbox.items} current={current} />
        </Card>
      )}
      <Pagination page={filter.page} size={PAGE_SIZE} total={inbox.total} />
      {after}
    </>
  );
  return <Split list={list} pane={pane} label={t('one.text')} />;
}

function OnTime({ share }: { share: number | null }) {
  const t = useComplaintWords();
  const format = useFormat();
  if (share === null) return <span className="push small sub">{t('inbox.on-time-few')}</span>;
  return (
    <span className="push small sub">
      {t('inbox.on-time')} <b>{format.percent(share)}</b>
    </span>
  );
}

function Filters({ filter, inbox }: Pick<Props, 'filter' | 'inbox'>) {
  const t = useComplaintWords();
  return (
    <FilterForm action="/company/inbox" found={t('found', { count: inbox.total })} label={t('inbox.search-label')}>
      <input type="hidden" name="tab" value={filter.tab} />
      <SearchField label={t('inbox.search-label')} placeholder={t('inbox.search')} defaultValue={filter.q} />
      <FilterSelect
        name="house"
        label={t('inbox.house')}
        empty={t('inbox.all-houses')}
        options={inbox.houses}
        defaultValue={filter.house}
      />
      <FilterSelect
        name="performer"
        label={t('inbox.performer')}
        empty={t('inbox.all-performers')}
        options={inbox.performers.map((name) => ({ value: name, label: name }))}
        defaultValue={filter.performer}
      />
    </FilterForm>
  );
}

function Rows({ filter, items, current }: { filter: InboxFilter; items: readonly ListItem[]; current?: string }) {
  const t = useComplaintWords();
  const { search } = useLocation();
  const direction = { due: 'ascending', '-due': 'descending', filed: undefined, '-filed': undefined } as const;
  const sort = { to: sortLink(search, filter.sort === 'due' ? '-due' : 'due'), direction: direction[filter.sort] };
  return (
    <Table
      caption={t('inbox.caption')}
      rows={items}
      rowKey={(item) => item.id}
      isCurrent={(item) => item.id === current}
      columns={[
        {
          key: 'what',
          head: t('inbox.col.complaint'),
          cell: (item) => <What item={item} to={`/company/inbox/${item.id}${search}`} />,
          phone: 'wide',
        },
        { key: 'status', head: t('inbox.col.status'), cell: (item) => <Status item={item} />, phone: 'wide' },
        { key: 'due', head: t('inbox.col.due'), cell: (item) => <Due item={item} />, sort, phone: 'wide' },
      ]}
    />
  );
}

function sortLink(search: string, sort: string): string {
  const query = new URLSearchParams(search);
  query.set('sort', sort);
  query.delete('page');
  return `/company/inbox?${query}`;
}

export function What({ item, to, company }: { item: ListItem; to: string; company?: boolean }) {
  const t = useComplaintWords();
  return (
    <>
      <Link to={to}>{noBreak(item.title)}</Link>
      <CellSub>
        <span className="num">
          {[`№\u00a0${item.number}`, noBreak(item.address), item.flat && t('flat', { flat: item.flat }), company && item.company]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </CellSub>
    </>
  );
}

function Status({ item }: { item: ListItem }) {
  const t = useComplaintWords();
  return (
    <>
      <StatusPill kind={item.pill.kind}>{item.pill.text}</StatusPill>
      <CellSub>{item.performer || t('inbox.no-performer')}</CellSub>
    </>
  );
}

export function Due({ item }: { item: ListItem }) {
  if (!item.line) return <span className="small sub">{item.meta}</span>;
  return (
    <DeadlineLine meter={item.line.meter} tone={item.line.tone} stacked>
      {item.line.what}: {item.line.text}
    </DeadlineLine>
  );
}
