// What a resident follows and how the news reaches them; the own home is offered first.
import { directory } from '@zhkh/directory';
import type { Context } from '@zhkh/kernel/module.server';
import { subscriberOf } from '../core/subscriber.server.ts';
import { type Item, itemOf } from '../core/item.server.ts';
import type { OutagesSettings } from '../settings.ts';
import { outagesOfHouse } from './house-outages.server.ts';

export interface MySubscriptions {
  houses: { id: string; address: string; outages: Item[] }[];
  maxHouses: number;
  /** The home, when it is not followed yet. */
  home: { id: string; address: string } | null;
  hits: { id: string; address: string }[];
  ways: { bySms: boolean; byMail: boolean; email: string; confirmed: boolean; waiting: boolean };
}

export async function mySubscriptions(ctx: Context, words: string): Promise<MySubscriptions> {
  const accountId = subscriberOf(ctx);
  const service = ctx.service(directory);
  const [rows, reader, home, hits, { maxHouses }] = await Promise.all([
    ctx.db
      .selectFrom('outage_subscription')
      .select('house_id')
      .where('account_id', '=', accountId)
      .orderBy('created_at')
      .execute(),
    ctx.db.selectFrom('outage_reader').selectAll().where('account_id', '=', accountId).executeTakeFirst(),
    service.residence(accountId),
    words ? service.findHouses(words, 6) : [],
    ctx.settings<OutagesSettings>('outages'),
  ]);
  const known = await service.housesByIds(rows.map((row) => row.house_id));
  const followed = new Set(rows.map((row) => row.house_id));
  const houses = rows.flatMap((row) => known.get(row.house_id) ?? []);
  return {
    houses: await Promise.all(houses.map(async ({ id, address }) => ({ id, address, outages: await itemsOf(ctx, id) }))),
    maxHouses,
    home: home && !followed.has(home.houseId) ? { id: home.houseId, address: home.address } : null,
    hits: hits.filter((hit) => !followed.has(hit.id)).map(({ id, address }) => ({ id, address })),
    ways: {
      bySms: reader?.by_sms ?? true,
      byMail: reader?.by_mail ?? false,
      email: reader?.email ?? '',
      confirmed: Boolean(reader?.email_confirmed_at),
      waiting: Boolean(reader?.confirm_until && reader.confirm_until > ctx.clock.now()),
    },
  };
}

async function itemsOf(ctx: Context, houseId: string): Promise<Item[]> {
  const rows = await outagesOfHouse(ctx, houseId);
  return rows.filter((row) => row.state === 'announced').map((row) => itemOf(ctx, row));
}
