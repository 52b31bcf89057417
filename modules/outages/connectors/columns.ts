// Columns of an outage report: names of the schema's elements, a sample each.
import type { Column } from '@zhkh/imports';

export const reportColumns: readonly Column[] = [
  { name: 'OutageReportGUID', type: 'text', sample: '7c1e2f50-0000-4000-8000-000000000001' },
  { name: 'OutageKind', type: 'text', need: true, sample: '1' },
  { name: 'OutageType', type: 'text', sample: 'PAUSE' },
  { name: 'ServiceCode', type: 'text', need: true, sample: '1 2' },
  { name: 'StartDate', type: 'text', need: true, sample: '2026-12-14T09:00' },
  { name: 'EndDate', type: 'text', sample: '2026-12-14T12:00' },
  { name: 'OutageReason', type: 'text', sample: 'repair' },
  { name: 'OutageReasonText', type: 'text', sample: 'Замена запорной арматуры' },
  { name: 'AdditionalInfo', type: 'text', sample: 'Подвоз воды к подъезду 2' },
  { name: 'FiasHouseGUID', type: 'guids', sample: '' },
  { name: 'HouseAddress', type: 'text', sample: 'г. Тюмень, ул. Садовая, д. 14' },
];

/** What a register tells beside: who provided it and whether it still holds. */
export const registerColumns: readonly Column[] = [
  ...reportColumns,
  { name: 'OGRN', type: 'ogrn', sample: '' },
  { name: 'Status', type: 'text', sample: 'PUBLISHED' },
  { name: 'CancelledReason', type: 'text', sample: '' },
];
