// Detects whether a file of a table is text, a workbook or an archive of workbooks, by its content.
import { openPromise } from 'yauzl';
import { headOf } from './open-source.server.ts';
import { SourceError } from './source-error.ts';

export type Shape = 'text' | 'workbook' | 'workbooks';

const OLD_OFFICE = 'd0cf11e0a1b11ae1';
const LOCKED = Buffer.from('EncryptedPackage', 'utf16le');
/** Where the list of streams of a small locked workbook lies. */
const HEAD = 64 * 1024;
/** The parts of a workbook stand first. */
const LOOK = 2000;

export async function shapeOf(filePath: string, name: string): Promise<Shape> {
  const head = await headOf(filePath, HEAD);
  if (head.toString('hex', 0, 8) === OLD_OFFICE) throw new SourceError(head.includes(LOCKED) ? 'encrypted' : 'old-workbook');
  if (head.toString('latin1', 0, 2) !== 'PK') return 'text';
  if (/\.xlsx$/i.test(name)) return 'workbook';
  return shapeOfArchive(filePath);
}

async function shapeOfArchive(filePath: string): Promise<Shape> {
  const zip = await openPromise(filePath, { lazyEntries: true, autoClose: false }).catch(() => null);
  // The reader of archives says in words what is wrong with it.
  if (!zip) return 'text';
  let seen = 0;
  let shape: Shape = 'text';
  try {
    for await (const entry of zip.eachEntry()) {
      seen += 1;
      if (/^xl\/workbook\.xml$/i.test(entry.fileName)) return 'workbook';
      if (/\.(csv|tsv|txt)$/i.test(entry.fileName)) return 'text';
      if (/\.xlsx$/i.test(entry.fileName)) shape = 'workbooks';
      if (seen >= LOOK) break;
    }
  } catch {
    return 'text';
  } finally {
    zip.close();
  }
  return shape;
}
