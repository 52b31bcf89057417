// The history of imports: source and file, when, how many rows, what changed, how it ended.
import { Link } from '@remix-run/react';
import { CellSub, Table, useFormat } from '@zhkh/ui';
import { useTranslation } from 'react-i18next';
import { sourceKind } from '../../domain/source-kind.ts';
import type { ImportRow } from '../../queries/imports.server.ts';
import { ImportState } from './import-state.tsx';

export function ImportsTable({ rows, slug }: { rows: readonly ImportRow[]; slug: string }) {
  const { t } = useTranslation('directory');
  const f = useFormat();
  return (
    <Table
      caption={t('imports.loaded')}
      rows={rows}
      rowKey={(run) => run.id}
      columns={[
        { key: 'source', head: t('imports.source'), cell: (run) => <Source run={run} slug={slug} /> },
        { key: 'state', head: t('imports.state'), phone: 'main', cell: (run) => <ImportState run={run} /> },
        {
          key: 'date',
          head: t('imports.date'),
          phone: 'wide',
          phoneLabel: t('imports.date'),
          cell: (run) => <span className="nw">{run.factDate && f.day(run.factDate)}</span>,
        },
        {
          key: 'started',
          head: t('imports.started'),
          phone: 'hide',
          cell: (run) => <span className="nw">{f.shortDateTime(run.startedAt)}</span>,
        },
        { key: 'rows', head: t('imports.rows'), numeric: true, phone: 'hide', cell: (run) => f.number(run.rows) },
        { key: 'changed', head: t('imports.changed'), numeric: true, phone: 'hide', cell: (run) => f.number(run.changed) },
        {
          key: 'failed',
          head: t('imports.failed'),
          numeric: true,
          phone: 'wide',
          phoneLabel: t('imports.failed'),
          cell: (run) => (run.failed > 0 ? <b className="late">{f.number(run.failed)}</b> : '0'),
        },
      ]}
    />
  );
}

function Source({ run, slug }: { run: ImportRow; slug: string }) {
  const { t } = useTranslation('directory');
  return (
    <>
      <Link to={`/regions/${slug}/imports/${run.id}`}>{t(`source.kinds.${sourceKind(run.connector)}`)}</Link>
      <CellSub>{run.file}</CellSub>
      {run.reason && run.reason !== 'cancelled' && (
        <CellSub>{t(`imports.reasons.${run.reason}`, { defaultValue: run.reason })}</CellSub>
      )}
    </>
  );
}
