// Makes a connector of a declaration: one staging table for all of them, the mapped cells travel as JSON text.
import { newId } from '@zhkh/kernel/db.server';
import { parseAddress } from '../../domain/address-search/parse-address.ts';
import {
  CellRefused,
  cellText,
  type Column,
  type Mapped,
  readCell,
  type SourceRecord,
  type StagedRow,
  type TableConnector,
} from '@zhkh/imports';
import { applyTabular } from './apply-tabular.server.ts';
import { type FileFacts, type Joins, type Target, tagOf } from './target.ts';

export interface Tabular {
  id: string;
  headerRow?: number;
  required: readonly string[];
  joins: Joins;
  targets: readonly Target[];
  fileFacts?: FileFacts;
  anyOrder?: boolean;
}

const STAGE = 'stage_tabular';

const stageColumns = [
  'row_id',
  'failed_id',
  'target',
  'source_key',
  'newest',
  'house_guid',
  'mkd_code',
  'city_norm',
  'street_norm',
  'number_key',
  'ogrn',
  'inn',
  'house_id',
  'company_id',
  'data',
  'raw',
] as const;

/** A table's connector with what it was made of: another way in (the exchange) fills the same targets. */
export interface TabularConnector extends TableConnector {
  declared: Tabular;
}

export function tabular(declared: Tabular): TabularConnector {
  return {
    declared,
    id: declared.id,
    kind: 'table',
    headerRow: declared.headerRow ?? 1,
    required: declared.required,
    stage: { [STAGE]: stageColumns },
    ...(declared.anyOrder && { anyOrder: true }),
    mapper: () => (record, _line, raw) => mapRecord(declared, record, raw),
    apply: (ctx, w, run) => applyTabular(ctx, w, run, declared),
  };
}

function mapRecord(declared: Tabular, record: SourceRecord, raw: () => string): Mapped {
  try {
    const joins = joinCells(declared.joins, record);
    const rows = declared.targets
      .filter((target) => target.when?.(record) ?? true)
      .map(
        (target): StagedRow => ({
          row_id: newId(),
          failed_id: newId(),
          target: tagOf(target),
          source_key: target.key(record),
          newest: target.newest ? readCell(record, target.newest) : null,
          ...joins,
          data: JSON.stringify({ ...cells(target.columns, record), ...target.more?.(record) }),
          raw: raw().slice(0, 500),
        }),
      );
    return { stage: { [STAGE]: rows } };
  } catch (error) {
    if (error instanceof CellRefused) return { failed: { field: error.field, reason: error.reason } };
    throw error;
  }
}

function cells(columns: readonly Column[], record: SourceRecord): Record<string, string | null> {
  const result: Record<string, string | null> = {};
  for (const column of columns) {
    const value = readCell(record, column);
    if (column.to) result[column.to] = value;
  }
  return result;
}

function joinCells(joins: Joins, record: SourceRecord): StagedRow {
  const read = (column: Column | undefined) => (column ? readCell(record, column) : null);
  const address = joins.address ? parseAddress(cellText(record, joins.address)) : null;
  return {
    house_guid: read(joins.houseGuid),
    mkd_code: read(joins.mkdCode),
    city_norm: address?.cityNorm ?? null,
    street_norm: address?.streetNorm ?? null,
    number_key: address?.numberKey ?? null,
    ogrn: read(joins.ogrn),
    inn: read(joins.inn),
    house_id: null,
    company_id: null,
  };
}
