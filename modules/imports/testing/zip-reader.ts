// Every file of a small ZIP in memory, for tests.
import { openPromise } from 'yauzl';

export async function readZip(file: string): Promise<{ name: string; bytes: Buffer }[]> {
  const archive = await openPromise(file, { lazyEntries: true, autoClose: false });
  const files: { name: string; bytes: Buffer }[] = [];
  for await (const entry of archive.eachEntry()) {
    const chunks: Buffer[] = [];
    for await (const chunk of await archive.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
    files.push({ name: entry.fileName, bytes: Buffer.concat(chunks) });
  }
  archive.close();
  return files;
}
