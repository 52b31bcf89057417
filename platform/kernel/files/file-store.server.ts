// The region's files: bytes in the blob store under an opaque key, what they are in the table `file`.
import { createHash, randomBytes } from 'node:crypto';
import { newId } from '../db/ids.ts';
import { notFound } from '../errors/index.ts';
import type { TenantDb } from '../module/context.server.ts';
import type { BlobStore } from './blob-store.server.ts';
import { type EncodedPhoto, encodePhoto } from './encode-photo.server.ts';
import { localBlobs } from './local-blobs.server.ts';
import { accountOf, type FileStoreOptions } from './file-store-options.server.ts';
import { keepFile, withKept } from './kept-files.server.ts';
import type { FileStore, StoredFile } from './port.server.ts';
import { sweepUploads } from './uploads-dir.server.ts';
import '../db/tables/files.server.ts';

export function createFileStore(options: FileStoreOptions, blobs: BlobStore = localBlobs(options.root)): FileStore {
  return {
    savePhoto: (input) => savePhoto(options, blobs, input),
    keep: (input) => keepFile(options, blobs, input),
    withKept: (id, use) => withKept(options.db, blobs, id, use),
    open: (id, variant = 'full') => openFile(options.db, blobs, id, variant),
    remove: (id) => removeFile(options.db, blobs, id),
    sweepLost: (before, signal) => sweepLost(options, blobs, before, signal),
  };
}

/** The small picture lies beside the large one. */
export const thumbKey = (key: string): string => key.replace(/\.webp$/, '.thumb.webp');

async function savePhoto(
  options: FileStoreOptions,
  blobs: BlobStore,
  input: { bytes: Uint8Array; purpose: string },
): Promise<StoredFile> {
  const photo = await encodePhoto(input.bytes);
  const key = `${options.tenant.slug}/${randomBytes(16).toString('hex')}.webp`;
  try {
    await blobs.put(thumbKey(key), photo.thumb);
    await blobs.put(key, photo.full);
    return await register(options, key, photo, input.purpose);
  } catch (error) {
    await Promise.allSettled([blobs.remove(key), blobs.remove(thumbKey(key))]);
    throw error;
  }
}

async function register(options: FileStoreOptions, key: string, photo: EncodedPhoto, purpose: string): Promise<StoredFile> {
  const row = {
    id: newId(),
    key,
    content_type: photo.contentType,
    bytes: photo.full.length,
    sha256: createHash('sha256').update(photo.full).digest('hex'),
    width: photo.width,
    height: photo.height,
    purpose,
    created_by: accountOf(options.actor),
    created_at: options.clock.now(),
  };
  await options.db.insertInto('file').values(row).execute();
  return storedFile(row);
}

function storedFile(row: {
  id: string;
  content_type: string;
  bytes: number;
  width: number | null;
  height: number | null;
}): StoredFile {
  return { id: row.id, contentType: row.content_type, bytes: row.bytes, width: row.width, height: row.height };
}

const rowOf = (db: TenantDb, id: string) =>
  db.selectFrom('file').select(['id', 'key', 'content_type', 'bytes', 'width', 'height']).where('id', '=', id).executeTakeFirst();

async function openFile(db: TenantDb, blobs: BlobStore, id: string, variant: 'full' | 'thumb') {
  const row = await rowOf(db, id);
  const body = row && (await blobs.get(variant === 'thumb' ? thumbKey(row.key) : row.key));
  if (!row || !body) throw notFound('platform.no-photo');
  return { file: storedFile(row), body };
}

/** The row first: a row without bytes would be a broken picture, bytes without a row are swept away. */
async function removeFile(db: TenantDb, blobs: BlobStore, id: string): Promise<void> {
  const row = await db.deleteFrom('file').where('id', '=', id).returning('key').executeTakeFirst();
  if (row) await Promise.allSettled([blobs.remove(row.key), blobs.remove(thumbKey(row.key))]);
}

async function sweepLost(options: FileStoreOptions, blobs: BlobStore, before: Date, signal: AbortSignal): Promise<number> {
  let removed = 0;
  await sweepUploads(options.root, before);
  for await (const key of blobs.listOlderThan(options.tenant.slug, before)) {
    if (signal.aborted) break;
    const owner = key.replace(/\.thumb\.webp$/, '.webp');
    const row = await options.db.selectFrom('file').select('id').where('key', '=', owner).executeTakeFirst();
    if (row) continue;
    await blobs.remove(key);
    removed += 1;
  }
  return removed;
}
