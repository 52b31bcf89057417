// Columns of the template of management contracts (exportCAChData).
import type { Column } from '@zhkh/imports';

const statuses = ['Project', 'ApprovalProcess', 'Rejected', 'Approved', 'Terminated', 'Reviewed', 'Annul'];

export const contractTemplate: readonly Column[] = [
  { name: 'ContractGUID', type: 'guid', need: true, sample: '0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d' },
  { name: 'DocNum', type: 'text', sample: '14/УК' },
  { name: 'SigningDate', type: 'date', sample: '2025-12-20' },
  {
    name: 'ContractStatus',
    type: 'text',
    oneOf: Object.fromEntries(statuses.map((word) => [word, word])),
    sample: 'Approved',
  },
  { name: 'OGRN', type: 'ogrn', need: true, sample: '1167232050116' },
  { name: 'FIASHouseGuid', type: 'guid', need: true, sample: '5717391b-1f92-4f5f-8ab4-e52aa7a315f5' },
  { name: 'EffectiveDate', type: 'date', sample: '2026-01-01' },
  { name: 'PlanDateComptetion', type: 'date', sample: '2031-01-01' },
  { name: 'StartDate', type: 'date', sample: '2026-01-01' },
  { name: 'EndDate', type: 'date', sample: '' },
];
