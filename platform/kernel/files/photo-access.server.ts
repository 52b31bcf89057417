// Who may look at a photo is known to the module it belongs to: each plugs in its answer, one yes is enough.
import { defineExtensionPoint } from '../module/define-contract.ts';
import type { Context } from '../module/context.server.ts';
import { accountOf } from './file-store-options.server.ts';
import '../db/tables/files.server.ts';

export interface PhotoAccess {
  mayOpen(fileId: string): Promise<boolean>;
}

export const photoAccess = defineExtensionPoint<PhotoAccess>('platform.photo-access');

/** The one who uploaded it sees it until it belongs to something; after that only the owning module decides. */
export async function mayOpenPhoto(ctx: Context, fileId: string): Promise<boolean> {
  const file = await ctx.db
    .selectFrom('file')
    .select(['created_by', 'attached_type'])
    .where('id', '=', fileId)
    .executeTakeFirst();
  if (!file) return false;
  if (file.attached_type === null) return file.created_by !== null && file.created_by === accountOf(ctx.actor);
  for (const plug of ctx.plugs(photoAccess)) {
    if (await plug.mayOpen(fileId)) return true;
  }
  return false;
}
