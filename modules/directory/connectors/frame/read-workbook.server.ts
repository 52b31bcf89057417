// Rows of a workbook's first sheet as records by column name. The library reads it whole, so its unpacked size is checked first.
import { readSheet } from 'read-excel-file/node';
import { checkWorkbook } from './check-workbook.server.ts';
import type { TableConnector } from './connector.ts';
import { headerOf, recordOf } from './header.ts';
import type { PieceSink } from './piece-sink.ts';
import type { Reading } from './reading.ts';
import { SourceError } from './source-error.ts';

/** Calls `settle` now and then: what the sink has gathered may go. */
export async function readWorkbook(
  reading: Reading,
  connector: TableConnector,
  filePath: string,
  sink: PieceSink,
  settle: () => Promise<void>,
): Promise<void> {
  const text = await workbookRows(filePath);
  const header = headerOf(connector, text[connector.headerRow - 1] ?? []);
  reading.encoding = 'xlsx';
  const map = connector.mapper(reading.run);
  for (const [index, cells] of text.slice(connector.headerRow).entries()) {
    if (!cells.some(Boolean)) continue;
    const line = connector.headerRow + index + 1;
    const raw = () => cells.join(' | ');
    sink.take(line, null, map(recordOf(header, cells), line, raw, false), raw, null);
    if (line % 1000 === 0) await settle();
  }
}

/** Cells of the first sheet as text. */
export async function workbookRows(filePath: string): Promise<string[][]> {
  await checkWorkbook(filePath);
  const sheet = await readSheet(filePath).catch((error: unknown) => {
    throw new SourceError('not-workbook', error instanceof Error ? error.message.slice(0, 120) : '');
  });
  return sheet.map((row) => row.map(cellText));
}

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  return (cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell)).trim();
}
