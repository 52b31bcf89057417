// Files of the demo regions: honest sources for tests, proofs and benches.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';

export const DEMO_FILES = path.join(import.meta.dirname, '../../directory/fixtures');

/** The first file of the demo region whose name begins so. */
export function demoFile(start: string): string {
  const folder = path.join(DEMO_FILES, '72');
  return path.join(folder, readdirSync(folder).find((name) => name.startsWith(start)) ?? start);
}

/** «Сведения по ОЖФ» as text: the first file of the archive. */
export function demoOzhf(): string {
  const tar = gunzipSync(readFileSync(demoFile('ozhf')));
  const at = tar.indexOf(Buffer.from('\uFEFFАдрес'));
  return tar.subarray(at, tar.indexOf(0, at)).toString('utf8');
}
