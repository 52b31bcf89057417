// What the demo stock offers to the story: houses of each kind, asked from the database; photos made on the spot.
import sharp from 'sharp';
import { openSql } from './open-sql.ts';

export interface StockHouse {
  id: string;
  street: string;
  number: string;
  city: string;
  companyId: string | null;
  companyName: string | null;
  companyEmail: string | null;
  lat: number | null;
  lon: number | null;
}

/** `fresh`: a company with mail and no cabinet. `cabinet`: somebody works there. `unmanaged`: nobody manages it. */
export type Kind = 'fresh' | 'cabinet' | 'unmanaged';

export async function houseOf(region: string, kind: Kind, skip = 0): Promise<StockHouse> {
  const sql = await openSql();
  try {
    const schema = `region_${region}`;
    const member = sql`exists (select 1 from ${sql(`${schema}.membership`)} m where m.organisation_id = c.id and m.ended_at is null)`;
    const want = {
      fresh: sql`c.id is not null and c.email is not null and not ${member}`,
      cabinet: sql`c.id is not null and c.email is not null and ${member}`,
      unmanaged: sql`h.company_id is null`,
    }[kind];
    const [house] = await sql<StockHouse[]>`
      select h.id, h.street, h.number, h.city, h.lat, h.lon, c.id as "companyId", c.short_name as "companyName", c.email as "companyEmail"
      from ${sql(`${schema}.house`)} h left join ${sql(`${schema}.company`)} c on c.id = h.company_id
      where h.status = 'in-use' and h.kind = 'apartment' and h.number ~ '^[0-9]+$' and ${want}
        and (select count(*) from ${sql(`${schema}.management`)} g where g.house_id = h.id and g.valid_to is null) <= 1
      order by h.id limit 1 offset ${skip}`;
    if (!house) throw new Error(`The demo stock of ${region} has no ${kind} house`);
    return house;
  } finally {
    await sql.end({ timeout: 2 });
  }
}

/** Two words as a person types them: «республики 14». */
export function twoWords({ street, number }: StockHouse): string {
  const name = street
    .replace(
      /(^|\s)(ул|улица|пр-кт|проспект|пер|переулок|б-р|бульвар|мкр|микрорайон|проезд|пр-д|тракт|ш|шоссе|пл|площадь)\.?(?=\s|$)/gi,
      ' ',
    )
    .trim()
    .toLowerCase();
  return `${name} ${number}`;
}

/** A photo with a place in it, as phones make them. */
export async function photo(): Promise<Buffer> {
  const gps = { IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '57/1 9/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '65/1 32/1 0/1' } };
  return await sharp({
    create: {
      width: 1200,
      height: 900,
      channels: 3,
      background: { r: 70, g: 66, b: 58 },
      noise: { type: 'gaussian', mean: 90, sigma: 30 },
    },
  })
    .withExif(gps)
    .jpeg()
    .toBuffer();
}

/** A house whose owners met and chose their company, and have an earlier protocol. */
export async function houseThatChose(region: string): Promise<string> {
  const sql = await openSql();
  try {
    const schema = `region_${region}`;
    const [house] = await sql<{ id: string }[]>`
      select p.house_id as id
      from ${sql(`${schema}.voting_protocol`)} p join ${sql(`${schema}.voting_decision`)} d using (house_id, protocol_key)
      where p.counted and p.quorum and d.accepted and d.kind = 'Выбор управляющей организации'
        and exists (select from ${sql(`${schema}.voting_protocol`)} earlier where earlier.house_id = p.house_id and earlier.drawn_on < p.drawn_on)
      order by 1 limit 1`;
    if (!house) throw new Error(`The demo stock of ${region} has no house that chose its company`);
    return house.id;
  } finally {
    await sql.end({ timeout: 2 });
  }
}
