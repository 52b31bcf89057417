// Rows that were not taken: how many for which reason, the first line of each, and all of them as a file.
import { Card, CardHead, CellSub, Table, useFormat } from '@zhkh/ui';
import { useTranslation } from 'react-i18next';
import type { ImportPage } from '../queries/import-page.server.ts';

export function ImportRefused({ run, slug }: { run: ImportPage; slug: string }) {
  const { t } = useTranslation('imports');
  const f = useFormat();
  if (run.failed === 0) return null;
  if (run.sweptAt)
    return (
      <Card>
        <CardHead title={t('runs.refusedRows', { count: run.failed, shown: f.number(run.failed) })} />
        <p className="small sub">{t('runs.swept', { on: f.date(run.sweptAt) })}</p>
      </Card>
    );
  return (
    <Card kind="flush">
      <CardHead
        title={t('runs.refusedRows', { count: run.failed, shown: f.number(run.failed) })}
        aside={
          <a href={`/regions/${slug}/imports/${run.id}/failed.csv`} download>
            {t('runs.download')}
          </a>
        }
      />
      <Table
        caption={t('runs.failed')}
        rows={run.refusals}
        rowKey={(row) => `${row.field} ${row.reason}`}
        columns={[
          {
            key: 'field',
            head: t('runs.field'),
            cell: (row) => (
              <>
                {row.field || t('runs.wholeRow')}
                <CellSub>{t(`runs.rowReasons.${row.reason}`, { defaultValue: row.reason })}</CellSub>
              </>
            ),
          },
          {
            key: 'line',
            head: t('runs.firstLine'),
            numeric: true,
            phone: 'wide',
            phoneLabel: t('runs.firstLine'),
            cell: (row) => f.number(row.line),
          },
          { key: 'rows', head: t('runs.rows'), numeric: true, phone: 'main', cell: (row) => f.number(row.rows) },
        ]}
      />
    </Card>
  );
}
