// The history of imports: source and file, when, how many rows, what changed, how it ended.
import { Link } from '@remix-run/react';
import { CellSub, Table, useFormat } from '@zhkh/ui';
import { useTranslation } from 'react-i18next';
import type { ImportRow } from '../queries/imports.server.ts';
import { ImportState } from './import-state.tsx';

export function ImportsTable({ rows, slug }: { rows: readonly ImportRow[]; slug: string }) {
  const { t } = useTranslation('imports');
  const f = useFormat();
  return (
    <Table
      caption={t('runs.loaded')}
      rows={rows}
      rowKey={(run) => run.id}
      columns={[
        { key: 'source', head: t('runs.source'), cell: (run) => <Source run={run} slug={slug} /> },
        { key: 'state', head: t('runs.state'), phone: 'main', cell: (run) => <ImportState run={run} /> },
        {
          key: 'date',
          head: t('runs.date'),
          phone: 'wide',
          phoneLabel: t('runs.date'),
          cell: (run) => <span className="nw">{run.factDate && f.day(run.factDate)}</span>,
        },
        {
          key: 'started',
          head: t('runs.started'),
          phone: 'hide',
          cell: (run) => <span className="nw">{f.shortDateTime(run.startedAt)}</span>,
        },
        { key: 'rows', head: t('runs.rows'), numeric: true, phone: 'hide', cell: (run) => f.number(run.rows) },
        { key: 'changed', head: t('runs.changed'), numeric: true, phone: 'hide', cell: (run) => f.number(run.changed) },
        {
          key: 'failed',
          head: t('runs.failed'),
          numeric: true,
          phone: 'wide',
          phoneLabel: t('runs.failed'),
          cell: (run) => (run.failed > 0 ? <b className="late">{f.number(run.failed)}</b> : '0'),
        },
      ]}
    />
  );
}

function Source({ run, slug }: { run: ImportRow; slug: string }) {
  const { t } = useTranslation('imports');
  return (
    <>
      <Link to={`/regions/${slug}/imports/${run.id}`}>{t(run.title)}</Link>
      <CellSub>{run.file}</CellSub>
      {run.reason && run.reason !== 'cancelled' && (
        <CellSub>{t(`runs.reasons.${run.reason}`, { defaultValue: run.reason })}</CellSub>
      )}
    </>
  );
}
