// Schedules as a table: each can be started, switched and removed on the spot.
import { Link } from '@remix-run/react';
import { Button, CellSub, Form, StatusPill, Table, useFormat } from '@zhkh/ui';
import { useTranslation } from 'react-i18next';
import { SCHEDULE_TIMES } from '../domain/schedule-forms.ts';
import type { ScheduleRow } from '../queries/schedules.server.ts';

const TIMES: Readonly<Record<string, string>> = {
  [SCHEDULE_TIMES[0]]: 'night',
  [SCHEDULE_TIMES[1]]: 'hour',
  [SCHEDULE_TIMES[2]]: 'week',
  [SCHEDULE_TIMES[3]]: 'month',
};

export function ScheduleTable({ rows, slug }: { rows: readonly ScheduleRow[]; slug: string }) {
  const { t } = useTranslation('imports');
  return (
    <Table
      caption={t('schedule.title')}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        { key: 'source', head: t('runs.source'), cell: (row) => <Source row={row} /> },
        {
          key: 'when',
          head: t('schedule.when'),
          phone: 'wide',
          phoneLabel: t('schedule.when'),
          cell: (row) => <When row={row} />,
        },
        {
          key: 'last',
          head: t('schedule.last'),
          phone: 'wide',
          phoneLabel: t('schedule.last'),
          cell: (row) => <Last row={row} slug={slug} />,
        },
        { key: 'actions', head: t('schedule.actions'), phone: 'wide', cell: (row) => <Actions row={row} /> },
      ]}
    />
  );
}

function Source({ row }: { row: ScheduleRow }) {
  const { t } = useTranslation('imports');
  return (
    <>
      <b>{t(row.title)}</b>
      <CellSub>
        {t(`schedule.kinds.${row.kind}`)}
        {row.address && <Address text={row.address} />}
      </CellSub>
    </>
  );
}

function When({ row }: { row: ScheduleRow }) {
  const { t } = useTranslation('imports');
  const f = useFormat();
  const known = TIMES[row.cron];
  return (
    <>
      {known ? t(`schedule.times.${known}`) : <code>{row.cron}</code>}
      <CellSub>{row.enabled ? `${t('schedule.next')}: ${f.shortDateTime(row.nextAt)}` : t('schedule.off')}</CellSub>
    </>
  );
}

function Last({ row, slug }: { row: ScheduleRow; slug: string }) {
  const { t } = useTranslation('imports');
  const f = useFormat();
  if (!row.lastAt || !row.lastState) return <span className="sub">{t('schedule.never')}</span>;
  return (
    <>
      <StatusPill kind={row.lastState === 'failed' ? 'late' : row.lastState === 'queued' ? 'resolved' : 'paused'}>
        {t(`schedule.states.${row.lastState}`)}
      </StatusPill>
      <CellSub>
        {f.shortDateTime(row.lastAt)}{' '}
        {row.lastImportId && <Link to={`/regions/${slug}/imports/${row.lastImportId}`}>{t('schedule.openRun')}</Link>}
      </CellSub>
      {row.reason && (
        <CellSub>
          {t(`schedule.reasons.${row.reason}`, { defaultValue: t('schedule.reasons.internal') })}
          {row.detail && `: ${row.detail}`}
        </CellSub>
      )}
    </>
  );
}

function Actions({ row }: { row: ScheduleRow }) {
  const { t } = useTranslation('imports');
  const name = t(row.title);
  const button = (intent: string, words: string) => (
    <Button size="s" name="intent" value={intent} aria-label={`${words}: ${name}`}>
      {words}
    </Button>
  );
  return (
    <Form className="actions">
      <input type="hidden" name="scheduleId" value={row.id} />
      {button('now', t('schedule.now'))}
      {row.enabled ? button('off', t('schedule.turnOff')) : button('on', t('schedule.turnOn'))}
      {button('remove', t('schedule.remove'))}
    </Form>
  );
}

/** Breaks after slashes. */
function Address({ text }: { text: string }) {
  return (
    <>
      :{' '}
      {text.split(/(?<=\/)/).map((part, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one address
        <span key={at}>
          {part}
          <wbr />
        </span>
      ))}
    </>
  );
}
