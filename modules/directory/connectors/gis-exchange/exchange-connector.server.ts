// Makes of an operation a connector of the frame: answers are staged, applied, reported and refused as files are.
import {
  type Mapped,
  rawOf,
  type StagedRow,
  type StagedRows,
  type XmlConnector,
  type XmlNode,
  type XmlPlace,
} from '@zhkh/imports';
import { readKnown } from './names/known.server.ts';
import type { Operation, Row } from './operation.ts';
import { operations } from './operations/index.server.ts';

export const ROOT = 'exchange';
export const RECORD = 'answer';

export const exchangeConnectors: readonly XmlConnector[] = operations.map(connectorOf);

export function connectorIdOf(operation: Pick<Operation, 'id'>): string {
  return `gis-${operation.id}`;
}

function connectorOf(operation: Operation): XmlConnector {
  return {
    id: connectorIdOf(operation),
    kind: 'xml',
    stage: Object.assign({}, ...operation.tables.map((table) => table.stage)),
    files: () => [{ kind: 'answers', entry: /./, roots: [ROOT], records: [RECORD] }],
    async mapper(run, ctx) {
      const known = await readKnown(ctx);
      const mappers = new Map(operation.tables.map((table) => [table, table.mapper(run)]));
      const mapRow = ({ to, cells }: Row, place: XmlPlace, raw: () => string) =>
        mappers.get(to)?.((column) => cells[column] ?? '', place.line, raw, false) ?? { stage: {} };
      return (answer, place) => {
        const [record] = answer.children;
        if (!record) return { failed: { field: operation.action, reason: 'exchange' } };
        const raw = () => rawOf(answer);
        return together(operation.rows(record, answer.attributes, known).map((row) => mapRow(row, place, raw)));
      };
    },
    async apply(ctx, w, run) {
      const counts: Record<string, number> = {};
      for (const table of operation.tables)
        for (const [name, count] of Object.entries(await table.apply(ctx, w, run))) counts[name] = (counts[name] ?? 0) + count;
      return counts;
    },
  };
}

/** Rows of one record go in together or are refused together. */
function together(all: readonly Mapped[]): Mapped {
  const stage: Record<string, StagedRow[]> = {};
  for (const mapped of all) {
    if ('failed' in mapped) return mapped;
    for (const [table, rows] of Object.entries<StagedRows[string]>(mapped.stage)) {
      if (!rows) continue;
      const list = (stage[table] ??= []);
      list.push(...(Array.isArray(rows) ? (rows as readonly StagedRow[]) : [rows as StagedRow]));
    }
  }
  return { stage };
}

/** A request that was refused for good, as a record of the import: the operator sees it among the rows that were not taken. */
export function refusedRecord(about: Record<string, string>, error: string): XmlNode {
  return { name: RECORD, attributes: { ...about, error }, children: [], text: '' };
}
