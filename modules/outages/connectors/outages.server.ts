// The source of outage reports (CSV or XLSX, columns of ГИС ЖКХ): staged rows become outages of the region.
import type { TableConnector } from '@zhkh/imports';
import { isRefused, readReportRow, requiredColumns } from '../domain/report-row.ts';
import { applyReports } from './apply-reports.server.ts';

const STAGE = 'stage_outage';
const columns = [
  'raw',
  'source_key',
  'kind',
  'type',
  'services',
  'starts_at',
  'ends_at',
  'reason_code',
  'reason_text',
  'info',
  'status',
  'cancel_reason',
  'ogrn',
  'house_guid',
  'address',
] as const;

/** Times without an offset are read by the region's clock, given to the mapper by the connector of that region. */
export function outageReports(zone: string): TableConnector {
  return {
    id: 'outages',
    kind: 'table',
    headerRow: 1,
    required: requiredColumns,
    stage: { [STAGE]: columns },
    anyOrder: true,
    mapper: () => (record, line, raw) => {
      const row = readReportRow(record, line, zone);
      if (isRefused(row)) return { failed: row };
      const { guids, addresses, services, cancelled, ...rest } = row;
      const common = {
        raw: raw().slice(0, 500),
        source_key: rest.key || `${rest.startsAt} ${services.join('')} ${guids[0] ?? addresses[0]}`,
        kind: rest.kind,
        type: rest.type,
        services: services.join(' '),
        starts_at: rest.startsAt,
        ends_at: rest.endsAt,
        reason_code: rest.reasonCode,
        reason_text: rest.reasonText,
        info: rest.info,
        status: cancelled ? 'CANCELLED' : 'PUBLISHED',
        cancel_reason: rest.cancelReason,
        ogrn: rest.ogrn || null,
      };
      const byGuid = guids.map((guid) => ({ ...common, house_guid: guid, address: null }));
      const byAddress = addresses.map((address) => ({ ...common, house_guid: null, address }));
      return { stage: { [STAGE]: [...byGuid, ...byAddress] } };
    },
    apply: applyReports,
  };
}
