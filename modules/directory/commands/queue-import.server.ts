// Puts a file into the region's storage and its import into the queue: the worker does it, the page and the row of the run tell how far it is.
import { newId } from '@zhkh/platform/db.server';
import { invalid } from '@zhkh/platform/errors';
import type { UploadedFile } from '@zhkh/platform/http.server';
import type { Context } from '@zhkh/platform/module.server';
import { findConnector } from '../connectors/find-connector.server.ts';
import { storable } from '../connectors/frame/storable.ts';
import { factDateOf } from '../connectors/run-import.server.ts';
import type { DirectorySettings } from '../settings.ts';

/** Wakes the worker; whoever misses it finds the row within a minute. */
const RUN_IMPORTS = 'directory.run-imports';

export type ImportMode = 'check' | 'load';

interface Incoming {
  connector: string;
  mode: ImportMode;
  fileName: string;
  bytes: number;
  sha256: string;
  scheduleId?: string;
  /** Makes the file at the place it is given. */
  write(place: string): Promise<void>;
}

/** Returns the id of the import. */
export async function queueImport(ctx: Context, incoming: Incoming): Promise<string> {
  await findConnector(ctx, incoming.connector);
  const id = newId();
  const { bytes, sha256, write } = incoming;
  const fileId = await ctx.files.keep({
    purpose: 'directory.source',
    contentType: 'application/octet-stream',
    bytes,
    sha256,
    owner: { type: 'import', id },
    write,
  });
  await insertQueued(ctx, { ...incoming, id, fileId });
  ctx.hint(RUN_IMPORTS);
  return id;
}

export async function insertQueued(
  ctx: Context,
  run: Omit<Incoming, 'write'> & { id: string; fileId: string },
): Promise<void> {
  await ctx.write(async (w) => {
    await w.db
      .insertInto('import_run')
      .values({
        id: run.id,
        connector: run.connector,
        file_name: storable(run.fileName),
        file_sha256: run.sha256,
        file_bytes: run.bytes,
        file_id: run.fileId,
        encoding: null,
        delimiter: null,
        fact_date: factDateOf(ctx, run.fileName),
        state: 'queued',
        mode: run.mode,
        schedule_id: run.scheduleId ?? null,
        started_at: ctx.clock.now(),
        finished_at: null,
        expires_at: null,
        started_by: 'accountId' in ctx.actor ? ctx.actor.accountId : null,
        error: null,
      })
      .execute();
    await w.audit('directory.import-queued', { type: 'import_run', id: run.id }, { connector: run.connector, mode: run.mode });
  });
}

export async function queueUpload(
  ctx: Context,
  input: { connector: string; mode: ImportMode; file: UploadedFile | undefined },
): Promise<string> {
  const { connector, mode, file } = input;
  if (!file) throw invalid('directory.no-file', { fields: { file: { key: 'directory:errors.no-file' } } });
  const { uploadMaxMegabytes } = await ctx.settings<DirectorySettings>('directory');
  if (file.size > uploadMaxMegabytes * 1e6)
    throw invalid('directory.upload-too-big', {
      fields: { file: { key: 'directory:errors.upload-too-big', params: { max: uploadMaxMegabytes } } },
    });
  return queueImport(ctx, {
    connector,
    mode,
    fileName: file.fileName,
    bytes: file.size,
    sha256: file.sha256,
    write: (place) => file.moveTo(place),
  });
}
