// Writes CSV in two dialects over csv-stringify: for the Excel of a Russian office, and for machines that read open data.
import { type Options, stringify } from 'csv-stringify/sync';
import { guarded } from './formula-guard.ts';
import type { Cell, Rows, Table } from './table.ts';

/** `office`: semicolons and a decimal comma, as a Russian Excel expects. `machine`: RFC 4180, commas and a decimal point. */
export type CsvDialect = 'office' | 'machine';

const BYTE_ORDER_MARK = '\uFEFF';

/** The library quotes its own record delimiter only; a lone CR or LF would break a line as well. */
const COMMON: Options = { record_delimiter: '\r\n', quoted_match: /[\r\n]/ };

const DIALECTS: Record<CsvDialect, Options> = {
  office: { ...COMMON, delimiter: ';', cast: { string: guarded, number: (value) => String(value).replace('.', ',') } },
  machine: { ...COMMON, delimiter: ',', cast: { string: guarded, number: String } },
};

/** A whole file. Starts with a byte order mark, each row ends with CR LF. */
export function csvOf(rows: Rows, dialect: CsvDialect = 'office'): string {
  return BYTE_ORDER_MARK + lines(rows, dialect);
}

/** The same file piece by piece, as the rows come. */
export async function* csvPieces({ head, batches }: Table, dialect: CsvDialect = 'office'): AsyncGenerator<string> {
  yield csvOf([head], dialect);
  for await (const rows of batches) if (rows.length > 0) yield lines(rows, dialect);
}

function lines(rows: Rows, dialect: CsvDialect): string {
  return stringify(rows as Cell[][], DIALECTS[dialect]);
}
