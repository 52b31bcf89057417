// Reads what a telling is about: the outage, the subscriber's house it touches and the ways they chose.
import type { Write } from '@zhkh/kernel/module.server';
import { sql } from 'kysely';
import type { OutageRow } from './change-outage.server.ts';

export interface Telling {
  id: string;
  outage: OutageRow;
  accountId: string;
  toldState: string | null;
  toldEndsAt: Date | null;
  locale: 'ru' | 'en';
  email: string | null;
  phone: string | null;
  stopToken: string;
  address: string;
  houseId: string;
}

interface Row {
  id: string;
  outage_id: string;
  account_id: string;
  told_state: string | null;
  told_ends_at: Date | null;
  locale: 'ru' | 'en' | null;
  email: string | null;
  phone: string | null;
  stop_token: string;
  address: string | null;
  house_id: string | null;
}

export async function readTellings(w: Write, ids: readonly string[]): Promise<Telling[]> {
  const due = await sql<Row>`
    with due as (select id, outage_id, account_id, told_state, told_ends_at from outage_telling where id = any(${[...ids]}::uuid[]))
    select due.*, account.locale, reader.stop_token,
      case when reader.by_mail and reader.email_confirmed_at is not null and account.state = 'active' and account.erase_after is null then reader.email end as email,
      case when reader.by_sms and account.state = 'active' and account.erase_after is null then account.phone end as phone,
      house.address, house.house_id
    from due join outage_reader reader using (account_id) join account on account.id = due.account_id
    left join lateral (
      select touched.address, touched.house_id from outage_subscription subscription
      join outage_house touched on touched.house_id = subscription.house_id and touched.outage_id = due.outage_id
      where subscription.account_id = due.account_id order by subscription.created_at limit 1
    ) house on true`.execute(w.db);
  const outages = await outagesOf(w, due.rows);
  return due.rows.flatMap((row) => tellingOf(row, outages));
}

async function outagesOf(w: Write, rows: readonly Row[]): Promise<Map<string, OutageRow>> {
  const ids = [...new Set(rows.map((row) => row.outage_id))];
  if (ids.length === 0) return new Map();
  const found = await w.db.selectFrom('outage').selectAll().where('id', 'in', ids).execute();
  return new Map(found.map((outage) => [outage.id, outage]));
}

/** Without a house the person has unsubscribed since: nothing is sent, the row is put to rest all the same. */
function tellingOf(row: Row, outages: ReadonlyMap<string, OutageRow>): Telling[] {
  const outage = outages.get(row.outage_id);
  if (!outage) return [];
  const reachable = row.house_id !== null;
  return [
    {
      id: row.id,
      outage,
      accountId: row.account_id,
      toldState: row.told_state,
      toldEndsAt: row.told_ends_at,
      locale: row.locale ?? 'ru',
      email: reachable ? row.email : null,
      phone: reachable ? row.phone : null,
      stopToken: row.stop_token,
      address: row.address ?? '',
      houseId: row.house_id ?? '',
    },
  ];
}
