// Who changed which setting from what to what, newest first.
import { Card, CardHead, CellSub, Pagination, Table, useFormat } from '@zhkh/ui';
import { useTranslation } from 'react-i18next';
import type { ShownChange } from '../../queries/module-settings.server.ts';

export function SettingsHistory(props: { changes: ShownChange[]; page: number; size: number; total: number }) {
  const { t } = useTranslation('portal');
  const { changes, ...paging } = props;
  if (paging.total === 0)
    return (
      <Card>
        <CardHead title={t('settings.history')} sub={t('settings.historyNone')} />
      </Card>
    );
  return (
    <>
      <Card kind="flush">
        <CardHead title={t('settings.history')} />
        <Rows changes={changes} />
      </Card>
      <Pagination {...paging} />
    </>
  );
}

function Rows({ changes }: { changes: ShownChange[] }) {
  const { t } = useTranslation('portal');
  const format = useFormat();
  return (
    <Table
      caption={t('settings.history')}
      rows={changes}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'what',
          head: t('settings.what'),
          phone: 'wide',
          cell: (row) => (
            <>
              {row.title}
              {row.why && <CellSub>{row.why}</CellSub>}
            </>
          ),
        },
        { key: 'from', head: t('settings.from'), phone: 'wide', phoneLabel: t('settings.from'), cell: (row) => row.from },
        { key: 'to', head: t('settings.to'), phone: 'wide', phoneLabel: t('settings.to'), cell: (row) => <b>{row.to}</b> },
        { key: 'who', head: t('settings.who'), phone: 'wide', cell: (row) => row.who ?? t('settings.staleNobody') },
        { key: 'when', head: t('settings.when'), phone: 'wide', cell: (row) => format.shortDateTime(row.at) },
      ]}
    />
  );
}
