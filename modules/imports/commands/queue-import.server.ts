// Stores a file in the region and queues its import for the worker.
import { newId } from '@zhkh/kernel/db.server';
import { invalid } from '@zhkh/kernel/errors';
import type { UploadedFile } from '@zhkh/kernel/http.server';
import type { Context } from '@zhkh/kernel/module.server';
import { findConnector } from '../run/find-connector.server.ts';
import { storable } from '../stage/storable.ts';
import { factDateOf } from '../run/run-import.server.ts';
import type { ImportsSettings } from '../settings.ts';

/** Wakes the worker; whoever misses it finds the row within a minute. */
const RUN_IMPORTS = 'imports.run-imports';

export type ImportMode = 'check' | 'load';

interface Incoming {
  connector: string;
  mode: ImportMode;
  fileName: string;
  scheduleId?: string;
  /** Makes the file at the place it is given. */
  write(place: string): Promise<{ bytes: number; sha256: string }>;
}

/** Returns the id of the import. */
export async function queueImport(ctx: Context, incoming: Incoming): Promise<string> {
  await findConnector(ctx, incoming.connector);
  const id = newId();
  const file = await ctx.files.keep({
    purpose: 'imports.source',
    contentType: 'application/octet-stream',
    owner: { type: 'import', id },
    write: incoming.write,
  });
  await insertQueued(ctx, { ...incoming, id, file });
  ctx.hint(RUN_IMPORTS);
  return id;
}

export async function insertQueued(
  ctx: Context,
  run: Omit<Incoming, 'write'> & { id: string; file: { id: string; bytes: number; sha256: string } },
): Promise<void> {
  await ctx.write(async (w) => {
    await w.db
      .insertInto('import_run')
      .values({
        id: run.id,
        connector: run.connector,
        file_name: storable(run.fileName),
        file_sha256: run.file.sha256,
        file_bytes: run.file.bytes,
        file_id: run.file.id,
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
    await w.audit('imports.queued', { type: 'import_run', id: run.id }, { connector: run.connector, mode: run.mode });
  });
}

export async function queueUpload(
  ctx: Context,
  input: { connector: string; mode: ImportMode; file: UploadedFile | undefined },
): Promise<string> {
  const { connector, mode, file } = input;
  if (!file) throw invalid('imports.no-file', { fields: { file: { key: 'imports:errors.no-file' } } });
  const { uploadMaxMegabytes } = await ctx.settings<ImportsSettings>('imports');
  if (file.size > uploadMaxMegabytes * 1e6)
    throw invalid('imports.upload-too-big', {
      fields: { file: { key: 'imports:errors.upload-too-big', params: { max: uploadMaxMegabytes } } },
    });
  return queueImport(ctx, {
    connector,
    mode,
    fileName: file.fileName,
    write: async (place) => {
      await file.moveTo(place);
      return { bytes: file.size, sha256: file.sha256 };
    },
  });
}
