// Before the library reads a workbook whole: how much it unpacks to, and how far its cells reach. It makes a table out to the farthest
// cell, so one cell at the corner of a sheet is as much memory as a full sheet.
import { type Entry, type ZipFile, openPromise } from 'yauzl';
import { MAX_WORKBOOK_BYTES, MAX_WORKBOOK_CELLS } from './limits.ts';
import { SourceError } from './source-error.ts';

const CELL = /<(?:\w+:)?(?:c|row)\s[^<>]*?\br\s*=\s*["']([^"']*)["']/g;
const PLACE = /^([A-Z]{0,3})(\d{1,7})$/;
const MAX_TAG = 64_000;

interface Reach {
  rows: number;
  columns: number;
}

export async function checkWorkbook(filePath: string): Promise<void> {
  const zip = await openPromise(filePath, { lazyEntries: true, autoClose: false }).catch(() => {
    throw new SourceError('not-workbook');
  });
  let total = 0;
  const reach: Reach = { rows: 0, columns: 1 };
  try {
    for await (const entry of zip.eachEntry()) {
      total += entry.uncompressedSize;
      if (total > MAX_WORKBOOK_BYTES) throw new SourceError('too-big');
      if (/\.xml$/i.test(entry.fileName)) await scan(zip, entry, reach);
    }
  } catch (error) {
    throw error instanceof SourceError ? error : new SourceError('not-workbook');
  } finally {
    zip.close();
  }
}

/** The packer checks that what comes out is as long as the directory says. */
async function scan(zip: ZipFile, entry: Entry, reach: Reach): Promise<void> {
  let rest = '';
  for await (const chunk of await zip.openReadStreamPromise(entry)) {
    const bytes = chunk as Buffer;
    if (bytes.includes(0)) throw new SourceError('not-workbook', 'utf-16');
    const text = rest + bytes.toString('latin1');
    for (const [, place = ''] of text.matchAll(CELL)) widen(reach, place);
    rest = text.slice(Math.max(text.lastIndexOf('<'), 0));
    if (rest.length > MAX_TAG) rest = rest.includes('>') ? '' : tooLong();
  }
}

function widen(reach: Reach, place: string): void {
  const [, letters = '', row = ''] = PLACE.exec(place.trim()) ?? [];
  if (!row) throw new SourceError('not-workbook', place.slice(0, 20));
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  reach.rows = Math.max(reach.rows, Number(row));
  reach.columns = Math.max(reach.columns, column);
  if (reach.rows * reach.columns > MAX_WORKBOOK_CELLS) throw new SourceError('too-big');
}

function tooLong(): never {
  throw new SourceError('not-workbook', 'tag');
}
