// Saves a resident's unfinished complaint and its photos as a draft between the steps of the form.
import { forbidden } from '@zhkh/kernel/errors';
import type { Context } from '@zhkh/kernel/module.server';
import type { PhotoRef } from '../domain/photo-ref.ts';
import { MAX_PHOTOS } from '../domain/limits.ts';
import type { FileInput } from '../domain/schemas.ts';

/** `photos` are added to those the draft already holds; `drop` are taken out. */
export async function saveDraft(
  ctx: Context,
  input: FileInput,
  photos: readonly PhotoRef[],
  drop: readonly string[] = [],
): Promise<void> {
  const { actor } = ctx;
  if (actor.kind !== 'resident') throw forbidden();
  const now = ctx.clock.now();
  await ctx.write(async (w) => {
    const held = await w.db
      .selectFrom('complaint_draft')
      .select(['author_id', 'file_ids'])
      .where('id', '=', input.idempotencyKey)
      .forUpdate()
      .executeTakeFirst();
    if (held && held.author_id !== actor.accountId) throw forbidden();
    const kept = (held?.file_ids ?? []).filter((id) => !drop.includes(id));
    const fileIds = [...kept, ...photos.map((photo) => photo.fileId)].slice(0, MAX_PHOTOS);
    const values = {
      house_id: input.house ?? null,
      typed_address: input.typedAddress ?? null,
      category_code: input.category,
      body: input.body,
      place: input.place,
      flat: input.flat,
      contact_name: input.contactName,
      file_ids: fileIds,
      updated_at: now,
    };
    await w.db
      .insertInto('complaint_draft')
      .values({ id: input.idempotencyKey, author_id: actor.accountId, ...values })
      .onConflict((oc) => oc.column('id').doUpdateSet(values).where('complaint_draft.author_id', '=', actor.accountId))
      .execute();
  });
}
