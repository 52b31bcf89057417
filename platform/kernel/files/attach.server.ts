// From «somebody uploaded it» to «it belongs to this complaint»: in the transaction that writes the owner.
import { notFound } from '../errors/index.ts';
import type { Context, Write } from '../module/context.server.ts';
import { accountOf } from './file-store-options.server.ts';
import '../db/tables/files.server.ts';

/** Only files of the same person (or job) that belong to nothing yet; otherwise `notFound`, and the whole write is undone. */
export async function attachFiles(
  ctx: Pick<Context, 'actor' | 'clock'>,
  w: Pick<Write, 'db'>,
  ids: readonly string[],
  owner: { type: string; id: string },
): Promise<void> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return;
  const done = await w.db
    .updateTable('file')
    .set({ attached_type: owner.type, attached_id: owner.id, attached_at: ctx.clock.now() })
    .where('id', 'in', wanted)
    .where('attached_type', 'is', null)
    .where('created_by', 'is not distinct from', accountOf(ctx.actor))
    .returning('id')
    .execute();
  if (done.length !== wanted.length) throw notFound('platform.no-photo');
}

/** Ids of the files of several owners of one type, in the order they were uploaded. */
export async function filesOf(ctx: Pick<Context, 'db'>, type: string, ids: readonly string[]): Promise<Map<string, string[]>> {
  const byOwner = new Map<string, string[]>();
  if (ids.length === 0) return byOwner;
  const rows = await ctx.db
    .selectFrom('file')
    .select(['id', 'attached_id'])
    .where('attached_type', '=', type)
    .where('attached_id', 'in', [...ids])
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  for (const row of rows) {
    const owner = row.attached_id as string;
    byOwner.set(owner, [...(byOwner.get(owner) ?? []), row.id]);
  }
  return byOwner;
}

export interface WaitingFile {
  id: string;
  width: number | null;
  height: number | null;
}

/** Those of the files that are still there and belong to nothing yet, in the order asked for. */
export async function waitingFiles(db: Context['db'], ids: readonly string[]): Promise<WaitingFile[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('file')
    .select(['id', 'width', 'height'])
    .where('id', 'in', [...ids])
    .where('attached_type', 'is', null)
    .execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}
