// Management contracts as a table (CSV or workbook) whose columns are the names of the ГИС ЖКХ schema (exportCAChData): exact terms of management.
import { newId } from '@zhkh/kernel/db.server';
import { applyManagers } from '../../commands/apply-managers.server.ts';
import { empty, isoDate, type Mapped, type SourceRecord, type TableConnector } from '@zhkh/imports';
import { isGuid, isOgrn } from '@zhkh/kernel/checks';
import { applyContracts } from './apply-contracts.server.ts';

export const contracts: TableConnector = {
  id: 'contracts',
  kind: 'table',
  headerRow: 1,
  required: ['ContractGUID', 'DocNum', 'OGRN', 'FIASHouseGuid'],
  stage: {
    stage_contract: [
      'failed_id',
      'management_id',
      'contract_guid',
      'document',
      'ogrn',
      'house_guid',
      'valid_from',
      'valid_to',
      'raw',
    ],
  },
  mapper: () => mapRow,
  async apply(ctx, w, run) {
    const counts = await applyContracts(ctx, w, run);
    const managersChanged = await applyManagers(ctx, w, run.startedAt);
    return { ...counts, managersChanged };
  },
};

/** What has not come into force or has lost it manages nothing. Terminated contracts did, until their end. */
const VOID = /^(project|approvalprocess|rejected|annul)$/i;

function mapRow(record: SourceRecord, _line: number, raw: () => string): Mapped {
  const guid = record('ContractGUID').toLowerCase();
  const house = record('FIASHouseGuid').toLowerCase();
  const ogrn = record('OGRN');
  const from = isoDate(record('StartDate') || record('EffectiveDate'));
  const to = isoDate(record('EndDate') || record('PlanDateComptetion'));
  if (VOID.test(record('ContractStatus'))) return { stage: {} };
  if (!isGuid(guid)) return { failed: { field: 'ContractGUID', reason: 'guid' } };
  if (!isGuid(house)) return { failed: { field: 'FIASHouseGuid', reason: 'guid' } };
  if (!isOgrn(ogrn)) return { failed: { field: 'OGRN', reason: 'ogrn' } };
  if (!from) return { failed: { field: 'StartDate', reason: 'value' } };
  if (to === undefined || (to !== null && to <= from)) return { failed: { field: 'EndDate', reason: 'value' } };
  const document = empty(record('DocNum'));
  return {
    stage: {
      stage_contract: {
        failed_id: newId(),
        management_id: newId(),
        contract_guid: guid,
        document,
        ogrn,
        house_guid: house,
        valid_from: from,
        valid_to: to,
        raw: raw().slice(0, 500),
      },
    },
  };
}
