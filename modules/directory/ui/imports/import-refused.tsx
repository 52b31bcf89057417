// Rows that were not taken: how many for which reason, the first line of each, and all of them as a file.
import { Card, CardHead, CellSub, Table, useFormat } from '@zhkh/ui';
import { useTranslation } from 'react-i18next';
import type { ImportPage } from '../../queries/import-page.server.ts';

export function ImportRefused({ run, slug }: { run: ImportPage; slug: string }) {
  const { t } = useTranslation('directory');
  const f = useFormat();
  if (run.failed === 0) return null;
  if (run.sweptAt)
    return (
      <Card>
        <CardHead title={t('imports.refusedRows', { count: run.failed, shown: f.number(run.failed) })} />
        <p className="small sub">{t('imports.swept', { on: f.date(run.sweptAt) })}</p>
      </Card>
    );
  return (
    <Card kind="flush">
      <CardHead
        title={t('imports.refusedRows', { count: run.failed, shown: f.number(run.failed) })}
        aside={
          <a href={`/regions/${slug}/imports/${run.id}/failed.csv`} download>
            {t('imports.download')}
          </a>
        }
      />
      <Table
        caption={t('imports.failed')}
        rows={run.refusals}
        rowKey={(row) => `${row.field} ${row.reason}`}
        columns={[
          {
            key: 'field',
            head: t('imports.field'),
            cell: (row) => (
              <>
                {row.field || t('imports.wholeRow')}
                <CellSub>{t(`imports.rowReasons.${row.reason}`, { defaultValue: row.reason })}</CellSub>
              </>
            ),
          },
          {
            key: 'line',
            head: t('imports.firstLine'),
            numeric: true,
            phone: 'wide',
            phoneLabel: t('imports.firstLine'),
            cell: (row) => f.number(row.line),
          },
          { key: 'rows', head: t('imports.rows'), numeric: true, phone: 'main', cell: (row) => f.number(row.rows) },
        ]}
      />
    </Card>
  );
}
