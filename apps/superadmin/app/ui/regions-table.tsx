// The table of regions: one row a region, numbers right, the worst status first in the eye.
import { Card, type Column, Table, useFormat } from '@zhkh/ui';
import { useTranslation } from 'react-i18next';
import type { RegionStatus } from '../domain/region-status.ts';
import { type RegionLook, RegionMark } from './region-mark.tsx';
import { RegionState } from './region-state.tsx';

export interface RegionRow extends RegionLook {
  status: RegionStatus;
  stepsDone: number;
  stepsTotal: number;
  plan: string;
  perDay: number | null;
  waiting: number | null;
  applied: number | null;
  known: number;
  modules: number;
}

export function RegionsTable({ rows }: { rows: readonly RegionRow[] }) {
  const { t } = useTranslation('superadmin');
  return (
    <Card kind="flush">
      <Table
        caption={t('regions.caption')}
        columns={useColumns()}
        rows={rows}
        rowKey={(row) => row.slug}
        isCurrent={(row) => row.status === 'provisioning'}
      />
    </Card>
  );
}

function useColumns(): Column<RegionRow>[] {
  const { t } = useTranslation('superadmin');
  const format = useFormat();
  const number = (value: number | null) => (value === null ? '—' : format.number(value));
  const label = (key: string) => ({ key, head: t(`regions.${key}`), phoneLabel: t(`regions.${key}`) });
  return [
    { key: 'region', head: t('regions.region'), cell: (row) => <RegionMark {...row} /> },
    {
      key: 'state',
      head: t('regions.state'),
      cell: (row) => <RegionState status={row.status} done={row.stepsDone} total={row.stepsTotal} />,
    },
    { ...label('plan'), cell: (row) => row.plan, phone: 'hide' },
    { ...label('per-day'), numeric: true, cell: (row) => number(row.perDay) },
    {
      ...label('waiting'),
      numeric: true,
      cell: (row) => (row.status === 'queue-grows' ? <b className="soon">{number(row.waiting)}</b> : number(row.waiting)),
    },
    { ...label('schema'), cell: (row) => <Schema row={row} /> },
    {
      key: 'modules',
      head: t('regions.modules'),
      cell: (row) => t('regions.modules-count', { count: row.modules }),
      phone: 'hide',
    },
  ];
}

function Schema({ row }: { row: RegionRow }) {
  const { t } = useTranslation('superadmin');
  if (row.applied === row.known) return <span className="num">{row.known}</span>;
  if (row.applied === null) return '—';
  return <span className="late num">{t('regions.schema-of', { applied: row.applied, known: row.known })}</span>;
}
