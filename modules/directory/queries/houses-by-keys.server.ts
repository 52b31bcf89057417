// Houses as other registers name them: by code of ФИАС or ГИС ЖКХ, else by an address that fits one house only.
import type { Write } from '@zhkh/kernel/module.server';
import { sql } from 'kysely';
import type { HouseKey, KnownHouse } from '../contract.ts';
import { isGuid } from '@zhkh/kernel/checks';
import { parseAddress } from '../domain/address-search/parse-address.ts';
import { houseColumns, toHouseView } from './house-columns.server.ts';

/** In the order of the keys; null = no such house. `db` may be an open transaction. */
export async function housesByKeys(db: Write['db'], keys: readonly HouseKey[]): Promise<(KnownHouse | null)[]> {
  const asked = keys.map(({ guid, address }) => {
    const parsed = address ? parseAddress(address) : null;
    return {
      guid: guid && isGuid(guid) ? guid.toLowerCase() : null,
      city: parsed?.cityNorm ?? null,
      street: parsed?.streetNorm ?? null,
      number: parsed?.numberKey ?? null,
    };
  });
  const ids = await idsOf(db, asked);
  const found = [...new Set(ids.filter((id) => id !== null))];
  if (found.length === 0) return keys.map(() => null);
  const rows = await db.selectFrom('house').select(houseColumns).where('house.id', 'in', found).execute();
  const managed = await db.selectFrom('house').select(['id', 'company_id']).where('id', 'in', found).execute();
  const companies = new Map(managed.map((row) => [row.id, row.company_id]));
  const known = new Map(rows.map((row) => [row.id, { house: toHouseView(row), companyId: companies.get(row.id) ?? null }]));
  return ids.map((id) => (id ? (known.get(id) ?? null) : null));
}

interface Asked {
  guid: string | null;
  city: string | null;
  street: string | null;
  number: string | null;
}

async function idsOf(db: Write['db'], asked: readonly Asked[]): Promise<(string | null)[]> {
  const result = await sql<{ id: string | null }>`
    select coalesce(
      (select min(house.id::text) from house where house.fias_guids @> array[asked.guid::uuid] having count(*) = 1),
      (select house.id::text from house where house.gis_guid = asked.guid::uuid limit 1),
      (select min(house.id::text) from house join house_street street on street.id = house.street_id
        where asked.number is not null and street.city_norm = asked.city and street.street_norm = asked.street and house.number_key = asked.number
        having count(*) = 1)
    ) as id
    from jsonb_to_recordset(${JSON.stringify(asked.map((one, at) => ({ ...one, at })))}::text::jsonb)
      as asked(at integer, guid text, city text, street text, number text)
    order by asked.at`.execute(db);
  return result.rows.map((row) => row.id);
}
