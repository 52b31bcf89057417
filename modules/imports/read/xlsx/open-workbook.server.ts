// A workbook opened for reading: what its cells refer to is known, its sheets come as rows.
import type { Limits } from '../source/limits.ts';
import type { Book } from './cell-text.ts';
import { dateStylesOf } from './date-styles.server.ts';
import { layoutOf } from './layout.server.ts';
import { openParts } from './parts.server.ts';
import { sharedStringsOf } from './shared-strings.server.ts';
import { type RowSink, sheetRows } from './sheet-rows.server.ts';

export interface Workbook {
  /** How many sheets there are. */
  sheets: number;
  rows(sheet: number, sink: RowSink): Promise<void>;
  readBytes(): number;
  close(): void;
}

export async function openWorkbook(from: string | Buffer, limits: Limits): Promise<Workbook> {
  const parts = await openParts(from, limits);
  try {
    const layout = await layoutOf(parts);
    const book: Book = {
      strings: await sharedStringsOf(parts, layout.strings),
      dates: await dateStylesOf(parts, layout.styles),
      from1904: layout.from1904,
    };
    return {
      sheets: layout.sheets.length,
      rows: async (sheet, sink) => sheetRows(await parts.open(layout.sheets[sheet] ?? ''), book, sink),
      readBytes: () => parts.readBytes(),
      close: () => parts.close(),
    };
  } catch (error) {
    parts.close();
    throw error;
  }
}
