// The journal of operators: who changed what, in which region, when.
import { Link, useLoaderData } from '@remix-run/react';
import { Card, type Column, Empty, FilterForm, FilterSelect, PageHead, pageTitle, Pagination, Table } from '@zhkh/ui';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { read } from '../http.server.ts';
import { type JournalEntry, journal } from '../queries/journal.server.ts';

const PAGE = 50;
const query = z.strictObject({
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  action: z
    .string()
    .regex(/^[a-z-]*(\.[a-z-]+)?$/)
    .max(60)
    .default(''),
});

export const loader = read({ can: 'platform.observe', query }, async ({ control, query }) => ({
  ...(await journal(control, query.action || undefined, query.page, PAGE)),
  page: query.page,
  action: query.action,
  title: control.t('superadmin:journal.title'),
}));

export const meta = pageTitle;

export default function Journal() {
  const { t } = useTranslation('superadmin');
  const { entries, total, actions, page, action } = useLoaderData<typeof loader>();
  const options = actions.map((name) => ({ value: name, label: t(`journal.actions.${name}`, { defaultValue: name }) }));
  return (
    <div className="stack">
      <PageHead
        title={t('journal.title')}
        sub={t('journal.lead')}
        end={
          <>
            <FilterForm label={t('journal.filter')}>
              <FilterSelect
                name="action"
                label={t('journal.filter')}
                empty={t('journal.all')}
                defaultValue={action}
                options={options}
              />
            </FilterForm>
          </>
        }
      />
      {entries.length === 0 ? (
        <Card>
          <Empty title={t('journal.none')}>{t('journal.none-why')}</Empty>
        </Card>
      ) : (
        <Card kind="flush">
          <Table caption={t('journal.caption')} columns={columnsOf(t)} rows={entries} rowKey={(entry) => entry.id} />
        </Card>
      )}
      <Pagination page={page} size={PAGE} total={total} />
    </div>
  );
}

function columnsOf(t: TFunction<'superadmin'>): Column<JournalEntry>[] {
  return [
    {
      key: 'action',
      head: t('journal.action'),
      cell: (entry) => t(`journal.actions.${entry.action}`, { defaultValue: entry.action }),
    },
    { key: 'at', head: t('journal.at'), cell: (entry) => <span className="small nw num">{entry.at}</span> },
    { key: 'who', head: t('journal.who'), cell: (entry) => entry.who },
    {
      key: 'region',
      head: t('journal.region'),
      cell: (entry) => (entry.region ? <Link to={`/regions/${entry.region}`}>{entry.region}</Link> : '—'),
    },
    {
      key: 'detail',
      head: t('journal.detail'),
      cell: (entry) => <span className="small sub">{[entry.subject, entry.detail].filter(Boolean).join(' · ')}</span>,
      phone: 'wide',
    },
  ];
}
