// Queues at a glance; the board itself is mounted beside Remix under the same authorisation.
import { useLoaderData } from '@remix-run/react';
import { Card, type Column, Empty, LoadFailed, PageHead, pageTitle, Table } from '@zhkh/ui';
import { useTranslation } from 'react-i18next';
import { read } from '../http.server.ts';
import { type QueueFigures, queueCounts } from '../queries/queue-counts.server.ts';

export const loader = read({ can: 'platform.observe' }, async ({ control, runtime }) => ({
  queues: await queueCounts(control, runtime.config),
  title: control.t('superadmin:queues.title'),
}));

export const meta = pageTitle;

const states = ['waiting', 'active', 'delayed', 'failed', 'completed'] as const;

export default function Queues() {
  const { t } = useTranslation('superadmin');
  const { queues } = useLoaderData<typeof loader>();
  const columns: Column<QueueFigures>[] = [
    { key: 'name', head: t('queues.queue'), cell: (queue) => <span className="strong">{queue.name}</span> },
    ...states.map((state) => ({
      key: state,
      head: t(`queues.${state}`),
      phoneLabel: t(`queues.${state}`),
      numeric: true,
      cell: (queue: QueueFigures) => queue[state],
    })),
  ];
  return (
    <div className="stack">
      <PageHead
        title={t('queues.title')}
        sub={t('queues.lead')}
        end={
          <>
            <a className="btn btn--main" href="/queues/board">
              {t('queues.board')}
            </a>
          </>
        }
      />
      {queues === null && <LoadFailed title={t('queues.unavailable')} />}
      {queues?.length === 0 && (
        <Card>
          <Empty title={t('queues.none')}>{t('queues.none-why')}</Empty>
        </Card>
      )}
      {queues && queues.length > 0 && (
        <Card kind="flush">
          <Table caption={t('queues.caption')} columns={columns} rows={queues} rowKey={(queue) => queue.name} />
        </Card>
      )}
    </div>
  );
}
