// Finds photos of a draft that are still there: an unused upload is swept after a while.
import { waitingFiles } from '@zhkh/kernel/files.server';
import type { Context } from '@zhkh/kernel/module.server';
import { type PhotoRef, photoRef } from '../domain/photo-ref.ts';

export async function waitingPhotos(ctx: Context, fileIds: readonly string[]): Promise<PhotoRef[]> {
  return (await waitingFiles(ctx.db, fileIds)).map(photoRef);
}
