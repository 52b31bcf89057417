// Tariffs that hold for a house on a day, and the ones that follow them: by the territory's code, never without a period and a decision.
import type { Context } from '@zhkh/kernel/module.server';
import { sql } from 'kysely';
import { isoDateIn } from '../domain/season.ts';
import { factFile } from './fact-file.server.ts';
import { factSource } from './facts.server.ts';
import type { FactSource } from './house-card.server.ts';

export interface TariffView {
  id: string;
  resource: string;
  component: string | null;
  kind: 'economically_justified' | 'preferential';
  consumerGroup: 'population' | 'budget' | 'other';
  unit: string;
  /** Ten-thousandths of a rouble (hundredths of a kopeck). */
  price: number;
  priceWithVat: number | null;
  from: string;
  to: string | null;
  act: { number: string; date: string; body: string; title: string | null; url: string | null };
  organisation: string | null;
  differentiation: string | null;
  source: FactSource | null;
}

export interface Tariffs {
  now: TariffView[];
  /** Of each price the nearest period after the day. */
  next: TariffView[];
}

export async function tariffsOf(ctx: Context, houseId: string, at: Date = ctx.clock.now()): Promise<Tariffs> {
  const house = await ctx.db.selectFrom('house').select(['oktmo', 'time_zone']).where('id', '=', houseId).executeTakeFirst();
  if (!house?.oktmo) return { now: [], next: [] };
  const day = isoDateIn(at, house.time_zone);
  const rows = await inForce(ctx, houseId, house.oktmo, day);
  const now = rows.filter((row) => row.date_from <= day);
  const next = firstOfEach(rows.filter((row) => row.date_from > day));
  return { now: now.map(view), next: next.map(view) };
}

/** The house's own company's prices and those of companies that manage nothing (suppliers); another manager's are not its. */
async function inForce(ctx: Context, houseId: string, oktmo: string, day: string) {
  return ctx.db
    .selectFrom('tariff as fact')
    .innerJoin('import_source as source', 'source.id', 'fact.import_id')
    .selectAll('fact')
    .select(['source.connector', factFile('fact')])
    .where('status', '=', 'Published')
    .where((eb) => eb.or([eb('date_to', 'is', null), eb('date_to', '>=', day)]))
    .where(sql<boolean>`exists (select from unnest(fact.oktmo_prefixes) prefix where starts_with(${oktmo}, prefix))`)
    .where(
      sql<boolean>`not exists (select from company where company.inn = fact.org_inn
        and company.id is distinct from (select company_id from house where house.id = ${houseId}::uuid))`,
    )
    .orderBy('resource')
    .orderBy('component')
    .orderBy('consumer_group')
    .orderBy('kind', 'desc')
    .orderBy('date_from')
    .limit(400)
    .execute();
}

type Row = Awaited<ReturnType<typeof inForce>>[number];

function firstOfEach(rows: readonly Row[]): Row[] {
  const seen = new Set<string>();
  return rows.filter((row) => {
    const key = [row.resource, row.component, row.kind, row.consumer_group, row.org_inn, row.org_name, row.differentiation].join(
      '|',
    );
    return seen.has(key) ? false : seen.add(key);
  });
}

function view(row: Row): TariffView {
  return {
    id: row.id,
    resource: row.resource,
    component: row.component,
    kind: row.kind,
    consumerGroup: row.consumer_group,
    unit: row.unit,
    price: row.price,
    priceWithVat: row.price_with_vat,
    from: row.date_from,
    to: row.date_to,
    act: { number: row.act_number, date: row.act_date, body: row.act_body, title: row.act_title, url: row.act_url },
    organisation: row.org_name,
    differentiation: row.differentiation,
    source: factSource(row),
  };
}
