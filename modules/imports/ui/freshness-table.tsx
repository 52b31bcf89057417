// How old what each source said is.
import { StatusPill, Table, useFormat } from '@zhkh/ui';
import { useTranslation } from 'react-i18next';
import type { Freshness } from '../queries/freshness.server.ts';

export function FreshnessTable({ sources }: { sources: readonly Freshness[] }) {
  const { t } = useTranslation('imports');
  const f = useFormat();
  return (
    <Table
      caption={t('schedule.fresh')}
      rows={sources}
      rowKey={(row) => row.connector}
      columns={[
        { key: 'source', head: t('runs.source'), cell: (row) => t(row.title) },
        {
          key: 'date',
          head: t('schedule.asOf'),
          phone: 'wide',
          phoneLabel: t('schedule.asOf'),
          cell: (row) => <span className="nw">{f.day(row.factDate)}</span>,
        },
        {
          key: 'age',
          head: t('schedule.age'),
          numeric: true,
          phone: 'hide',
          cell: (row) => t('schedule.days', { count: row.days, shown: f.number(row.days) }),
        },
        {
          key: 'loaded',
          head: t('schedule.loadedAt'),
          phone: 'hide',
          cell: (row) => <span className="nw">{f.shortDateTime(row.loadedAt)}</span>,
        },
        {
          key: 'state',
          head: t('runs.state'),
          phone: 'main',
          cell: (row) => (
            <StatusPill kind={row.stale ? 'soon' : 'resolved'}>
              {t(row.stale ? 'schedule.staleNow' : 'schedule.freshNow')}
            </StatusPill>
          ),
        },
      ]}
    />
  );
}
