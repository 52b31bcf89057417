// Names the folder of large uploads: beside the regions' files, so that keeping one is a rename.
import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Config } from '../config/config.ts';

/** A dot: no region can be called so. */
export function uploadsDir(config: Pick<Config, 'filesDir'>): string {
  return path.join(config.filesDir, '.uploads');
}

/** What killed processes left behind. */
export async function sweepUploads(filesDir: string, before: Date): Promise<void> {
  const home = uploadsDir({ filesDir });
  for (const name of await readdir(home).catch(() => [])) {
    const found = await stat(path.join(home, name)).catch(() => null);
    if (found && found.mtime < before) await rm(path.join(home, name), { recursive: true, force: true });
  }
}
