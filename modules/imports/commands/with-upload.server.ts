// Puts an uploaded file on disk for as long as somebody reads it.
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { invalid } from '@zhkh/kernel/errors';
import type { UploadedFile } from '@zhkh/kernel/http.server';

export async function withUpload<T>(
  file: UploadedFile | undefined,
  run: (filePath: string, fileName: string) => Promise<T>,
): Promise<T> {
  if (!file || file.size === 0) throw invalid('imports.no-file', { fields: { file: { key: 'imports:errors.no-file' } } });
  const folder = await mkdtemp(path.join(os.tmpdir(), 'zhkh-upload-'));
  try {
    const filePath = path.join(folder, 'upload.bin');
    await file.moveTo(filePath);
    return await run(filePath, file.fileName);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
