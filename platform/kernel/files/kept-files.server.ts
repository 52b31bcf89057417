// Files kept as they came, of any size: sources of registers. Read in place, never served to a browser.
import { randomBytes } from 'node:crypto';
import { newId } from '../db/ids.ts';
import { notFound } from '../errors/index.ts';
import type { TenantDb } from '../module/context.server.ts';
import type { BlobStore } from './blob-store.server.ts';
import { accountOf, type FileStoreOptions } from './file-store-options.server.ts';
import type { FileStore, KeptFile } from './port.server.ts';
import '../db/tables/files.server.ts';

export async function keepFile(options: FileStoreOptions, blobs: BlobStore, input: KeptFile): ReturnType<FileStore['keep']> {
  const key = `${options.tenant.slug}/${randomBytes(16).toString('hex')}.bin`;
  const now = options.clock.now();
  let made = { bytes: 0, sha256: '' };
  await blobs.putFile(key, async (place) => {
    made = await input.write(place);
  });
  const id = newId();
  try {
    await options.db
      .insertInto('file')
      .values({
        id,
        key,
        content_type: input.contentType,
        ...made,
        width: null,
        height: null,
        purpose: input.purpose,
        created_by: accountOf(options.actor),
        created_at: now,
        attached_type: input.owner.type,
        attached_id: input.owner.id,
        attached_at: now,
      })
      .execute();
  } catch (error) {
    await blobs.remove(key);
    throw error;
  }
  return { id, ...made };
}

export async function withKept<T>(db: TenantDb, blobs: BlobStore, id: string, use: (place: string) => Promise<T>): Promise<T> {
  const row = await db.selectFrom('file').select('key').where('id', '=', id).executeTakeFirst();
  const found: { of: T } | null = row ? await blobs.withFile(row.key, async (place) => ({ of: await use(place) })) : null;
  if (!found) throw notFound('platform.no-file');
  return found.of;
}
