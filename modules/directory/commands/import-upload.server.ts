// An uploaded register file through the same import as the command line's; the file lives on disk only meanwhile.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { invalid } from '@zhkh/platform/errors';
import type { UploadedFile } from '@zhkh/platform/http.server';
import type { Context } from '@zhkh/platform/module.server';
import type { ImportReport } from '../connectors/frame/connector.ts';
import { runImport } from '../connectors/run-import.server.ts';

export async function importUpload(
  ctx: Context,
  input: { connector: string; file: UploadedFile | undefined; dryRun?: boolean },
): Promise<ImportReport> {
  const { connector, file, dryRun = false } = input;
  if (!file || file.size === 0) throw invalid('directory.no-file', { fields: { file: { key: 'directory:errors.no-file' } } });
  const folder = await mkdtemp(path.join(os.tmpdir(), 'zhkh-import-'));
  try {
    const filePath = path.join(folder, /\.(tar\.gz|tgz)$/i.test(file.fileName) ? 'upload.tar.gz' : 'upload.bin');
    await writeFile(filePath, await file.bytes());
    return await runImport(ctx, { connector, filePath, fileName: file.fileName, dryRun });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
