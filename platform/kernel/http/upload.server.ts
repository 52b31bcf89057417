// A file of a multipart form while the request lasts: it waits on disk, not in memory.
import { copyFile, readFile, rename, rm } from 'node:fs/promises';

export interface UploadedFile {
  field: string;
  /** As claimed by the browser, cleaned; for words only, never for a path or a type. */
  fileName: string;
  size: number;
  /** SHA-256 of the bytes, in hex: told while they came in. */
  sha256: string;
  bytes(): Promise<Uint8Array>;
  /** Moves it to a place of its own: a large file is never read into memory. */
  moveTo(target: string): Promise<void>;
}

export function uploadedFile(facts: Pick<UploadedFile, 'field' | 'fileName' | 'size' | 'sha256'>, path: string): UploadedFile {
  return { ...facts, bytes: () => readFile(path), moveTo: (target) => move(path, target) };
}

async function move(from: string, target: string): Promise<void> {
  try {
    await rename(from, target);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    await copyFile(from, target);
    await rm(from, { force: true });
  }
}
