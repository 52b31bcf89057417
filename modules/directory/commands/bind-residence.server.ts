// Makes a house the account's home; the earlier home becomes history.
// The same home again changes nothing but the flat.
import { newId } from '@zhkh/kernel/db.server';
import { invalid, notFound } from '@zhkh/kernel/errors';
import type { Context, Write } from '@zhkh/kernel/module.server';

export interface BindResidence {
  accountId: string;
  houseId: string;
  flat?: string | null;
}

export async function bindResidence(ctx: Context, w: Write, input: BindResidence): Promise<void> {
  const house = await w.db
    .selectFrom('house')
    .select(['id', 'flats', 'status'])
    .where('id', '=', input.houseId)
    .executeTakeFirst();
  if (!house || house.status === 'demolished') throw notFound('directory.house-not-found');
  const flat = cleanFlat(input.flat, house.flats);
  const current = await w.db
    .selectFrom('residence')
    .select(['id', 'house_id'])
    .where('account_id', '=', input.accountId)
    .where('until', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  if (current?.house_id === input.houseId) {
    await w.db.updateTable('residence').set({ flat }).where('id', '=', current.id).execute();
    return;
  }
  const now = ctx.clock.now();
  if (current) await w.db.updateTable('residence').set({ until: now }).where('id', '=', current.id).execute();
  await w.db
    .insertInto('residence')
    .values({ id: newId(), account_id: input.accountId, house_id: input.houseId, flat, since: now, until: null })
    .execute();
}

function cleanFlat(typed: string | null | undefined, flats: number | null): string | null {
  const flat = (typed ?? '').trim().replace(/^кв\.?\s*/i, '');
  if (!flat) return null;
  if (!/^\d{1,5}\s?[а-яa-z]?([/-]\d{1,3})?$/i.test(flat)) throw flatError('directory:errors.flat-form');
  if (flats && Number.parseInt(flat, 10) > Math.max(flats * 2, 30)) throw flatError('directory:errors.flat-too-big', { flats });
  return flat;
}

function flatError(key: string, params?: Record<string, number>) {
  return invalid('directory.flat-form', { fields: { flat: params ? { key, params } : { key } } });
}
