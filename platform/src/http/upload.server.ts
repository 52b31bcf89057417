// A file of a multipart form while the request lasts: it waits on disk, not in memory.
import { readFile } from 'node:fs/promises';

export interface UploadedFile {
  field: string;
  /** As claimed by the browser, cleaned; for words only, never for a path or a type. */
  fileName: string;
  size: number;
  bytes(): Promise<Uint8Array>;
}

export function uploadedFile(field: string, fileName: string, size: number, path: string): UploadedFile {
  return { field, fileName, size, bytes: () => readFile(path) };
}
