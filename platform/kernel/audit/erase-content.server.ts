// Erases what an entry of the sealed log says; that it was written, when and about what stays, and so does the chain.
import { notFound } from '../errors/index.ts';
import type { Write } from '../module/context.server.ts';
import '../db/tables/sealed-log.server.ts';

/** Stream of the entries that say whose content was erased: content that is missing without one was tampered with. */
export const ERASED = 'log.erased';

export async function eraseContent(w: Pick<Write, 'db' | 'seal'>, entryId: string, reason: string): Promise<void> {
  const done = await w.db.deleteFrom('sealed_content').where('entry_id', '=', entryId).executeTakeFirst();
  if (done.numDeletedRows === 0n) throw notFound();
  await w.seal(ERASED, { type: 'entry', id: entryId }, { reason });
}
