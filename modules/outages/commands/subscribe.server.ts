// A resident follows a house, up to the region's bound; also stops following one.
import { randomBytes } from 'node:crypto';
import { directory } from '@zhkh/directory';
import { conflict, notFound } from '@zhkh/kernel/errors';
import type { Context, Write } from '@zhkh/kernel/module.server';
import { subscriberOf } from '../core/subscriber.server.ts';
import type { OutagesSettings } from '../settings.ts';

export async function subscribe(ctx: Context, houseId: string): Promise<void> {
  const accountId = subscriberOf(ctx);
  if (!(await ctx.service(directory).house(houseId))) throw notFound();
  const { maxHouses } = await ctx.settings<OutagesSettings>('outages');
  const now = ctx.clock.now();
  await ctx.write(async (w) => {
    await ensureReader(w, accountId, now);
    await w.db.selectFrom('outage_reader').select('account_id').where('account_id', '=', accountId).forUpdate().execute();
    const known = await w.db.selectFrom('outage_subscription').select('house_id').where('account_id', '=', accountId).execute();
    if (known.some((one) => one.house_id === houseId)) return;
    if (known.length >= maxHouses) throw conflict('outages.too-many-houses', { params: { count: maxHouses } });
    await w.db.insertInto('outage_subscription').values({ account_id: accountId, house_id: houseId, created_at: now }).execute();
  });
}

export async function unsubscribe(ctx: Context, houseId: string): Promise<void> {
  const accountId = subscriberOf(ctx);
  await ctx.write((w) =>
    w.db.deleteFrom('outage_subscription').where('account_id', '=', accountId).where('house_id', '=', houseId).execute(),
  );
}

/** SMS to the number of the account is the way everybody has; mail is added when an address is confirmed. */
export async function ensureReader(w: Write, accountId: string, now: Date): Promise<void> {
  await w.db
    .insertInto('outage_reader')
    .values({
      account_id: accountId,
      by_sms: true,
      email: null,
      email_confirmed_at: null,
      confirm_hash: null,
      confirm_until: null,
      stop_token: randomBytes(24).toString('base64url'),
      created_at: now,
      updated_at: now,
    })
    .onConflict((oc) => oc.column('account_id').doNothing())
    .execute();
}
