// Bytes on this machine's disk: `<root>/<region>/<two letters>/<key>`. A file appears whole or not at all.
import { mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { BlobStore } from './blob-store.server.ts';

/** Region slug, then an opaque name: nothing a person typed can be part of it. */
const KEY = /^[a-z][a-z0-9-]{0,62}\/[0-9a-f]{32}\.[a-z0-9]{2,10}(\.webp)?$/;

export function localBlobs(root: string): BlobStore {
  const placeOf = (key: string): string => {
    if (!KEY.test(key)) throw new Error(`Not a file key: ${key}`);
    const [region = '', name = ''] = key.split('/');
    return path.join(root, region, name.slice(0, 2), name);
  };
  return {
    put: (key, bytes) => write(placeOf(key), bytes),
    putFile: (key, make) => writeBy(placeOf(key), make),
    withFile: async (key, use) => ((await exists(placeOf(key))) ? use(placeOf(key)) : null),
    get: (key) => readFile(placeOf(key)).catch(absentIsNull),
    remove: (key) => rm(placeOf(key), { force: true }),
    listOlderThan: (prefix, before) => list(root, prefix, before),
  };
}

function write(place: string, bytes: Uint8Array): Promise<void> {
  return writeBy(place, (draft) => writeFile(draft, bytes, { mode: 0o600 }));
}

function exists(place: string): Promise<boolean> {
  return stat(place).then(
    () => true,
    () => false,
  );
}

async function writeBy(place: string, make: (draft: string) => Promise<void>): Promise<void> {
  await mkdir(path.dirname(place), { recursive: true, mode: 0o700 });
  const draft = `${place}.${process.pid}.part`;
  try {
    await make(draft);
    const handle = await open(draft, 'r+');
    await handle.sync().finally(() => handle.close());
    await rename(draft, place);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

function absentIsNull(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw error;
}

async function* list(root: string, prefix: string, before: Date): AsyncIterable<string> {
  const home = path.join(root, prefix);
  for (const folder of await readdir(home).catch(() => [])) {
    for (const name of await readdir(path.join(home, folder)).catch(() => [])) {
      const found = await stat(path.join(home, folder, name)).catch(() => null);
      if (found && found.mtime < before && KEY.test(`${prefix}/${name}`)) yield `${prefix}/${name}`;
    }
  }
}
