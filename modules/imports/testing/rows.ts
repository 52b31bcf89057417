// Makes rows and uploads for tests of imports: a run never run, refused rows, a posted file.
import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { jsonb, newId } from '@zhkh/kernel/db.server';
import type { UploadedFile } from '@zhkh/kernel/http.server';
import type { Context } from '@zhkh/kernel/module.server';
import type { Insertable } from 'kysely';
import type { ImportFailedRowTable, ImportRunTable } from '../db.ts';

/** Done a moment ago unless told otherwise. Returns its id. */
export async function makeRun(ctx: Context, facts: Partial<Insertable<ImportRunTable>> = {}): Promise<string> {
  const { counts = {}, ...over } = facts;
  const id = newId();
  const now = ctx.clock.now();
  await ctx.db
    .insertInto('import_run')
    .values({
      id,
      connector: 'house-points',
      file_name: 'points.csv',
      file_sha256: null,
      file_bytes: null,
      encoding: null,
      delimiter: null,
      fact_date: null,
      state: 'done',
      started_at: now,
      finished_at: now,
      started_by: null,
      error: null,
      expires_at: null,
      ...over,
      counts: jsonb(counts),
    })
    .execute();
  return id;
}

export async function refuseRow(ctx: Context, importId: string, facts: Partial<ImportFailedRowTable> = {}): Promise<void> {
  const row = { id: newId(), import_id: importId, entry: null, line: 2, field: 'lat', reason: 'not-a-number', raw: 'a;b' };
  await ctx.db
    .insertInto('import_failed_row')
    .values({ ...row, ...facts })
    .execute();
}

export const runOf = (ctx: Context, id: string) =>
  ctx.db.selectFrom('import_run').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

export function uploaded(fileName: string, content: string | Uint8Array): UploadedFile {
  const bytes = Buffer.from(content);
  return {
    field: 'file',
    fileName,
    size: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    bytes: async () => bytes,
    moveTo: (place) => writeFile(place, bytes),
  };
}
