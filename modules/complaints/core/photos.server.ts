// Photos of a complaint or an answer: uploaded files of the platform that come to belong to it.
import { newId } from '@zhkh/kernel/db.server';
import { attachFiles } from '@zhkh/kernel/files.server';
import type { Context, Write } from '@zhkh/kernel/module.server';
import type { PhotoRef } from '../domain/photo-ref.ts';

interface Attach {
  complaintId: string;
  answerId: string | null;
  photos: readonly PhotoRef[];
  now: Date;
}

export async function attachPhotos(ctx: Context, w: Write, { complaintId, answerId, photos, now }: Attach): Promise<void> {
  if (photos.length === 0) return;
  await attachFiles(
    ctx,
    w,
    photos.map((photo) => photo.fileId),
    { type: 'complaint', id: complaintId },
  );
  const rows = photos.map((photo, position) => ({
    id: newId(),
    complaint_id: complaintId,
    answer_id: answerId,
    file_id: photo.fileId,
    width: photo.width,
    height: photo.height,
    position,
    added_at: now,
  }));
  await w.db.insertInto('complaint_photo').values(rows).execute();
}

/** Whoever may read the complaint may see its photos. */
export async function mayOpenPhoto(ctx: Context, fileId: string): Promise<boolean> {
  const row = await ctx.db
    .selectFrom('complaint_photo')
    .innerJoin('complaint', 'complaint.id', 'complaint_photo.complaint_id')
    .selectAll('complaint')
    .where('complaint_photo.file_id', '=', fileId)
    .executeTakeFirst();
  return row !== undefined && ctx.ability.can('complaints.read', 'complaint', row);
}
