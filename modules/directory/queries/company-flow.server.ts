// How a company's stock moved: houses that came and went, month by month, and the latest of them by name.
import type { Context } from '@zhkh/kernel/module.server';
import { sql } from 'kysely';
import { isoDateIn } from '../domain/season.ts';

export interface CompanyFlow {
  /** Every month from the first change to this one, at most two years; empty when nothing moved. */
  months: { month: string; came: number; went: number }[];
  latest: { houseId: string; address: string; on: string; came: boolean; other: string | null }[];
}

const LATEST = 10;
const MONTHS = 24;

interface Row {
  house_id: string;
  address: string;
  on: string;
  came: boolean;
  other: string | null;
}

export async function companyFlow(ctx: Context, companyId: string): Promise<CompanyFlow> {
  const today = isoDateIn(ctx.clock.now(), ctx.tenant.timeZone);
  const first = monthsBack(today, MONTHS - 1);
  const [months, latest] = await Promise.all([byMonth(ctx, companyId, `${first}-01`, today), latestOf(ctx, companyId, today)]);
  return { months: filled(months, first, today.slice(0, 7)), latest };
}

/** The houses it ever managed first: the view then goes by its index. */
const changes = (companyId: string) => sql`
  select change.house_id, change.changed_on, change.to_company_id = ${companyId} as came,
    case when change.to_company_id = ${companyId} then change.from_company_id else change.to_company_id end as other_id
  from management_change change
  where change.house_id = any(array(select distinct house_id from management where company_id = ${companyId}))
    and not change.is_first and ${companyId} in (change.from_company_id, change.to_company_id)`;

async function byMonth(ctx: Context, companyId: string, from: string, to: string) {
  const { rows } = await sql<{ month: string; came: number; went: number }>`
    select to_char(changed_on, 'YYYY-MM') as month, (count(*) filter (where came))::int as came, (count(*) filter (where not came))::int as went
    from (${changes(companyId)}) moved
    where changed_on between ${from}::date and ${to}::date
    group by 1 order by 1`.execute(ctx.db);
  return rows;
}

async function latestOf(ctx: Context, companyId: string, to: string): Promise<CompanyFlow['latest']> {
  const { rows } = await sql<Row>`
    select moved.house_id, house.address, moved.changed_on as on, coalesce(moved.came, false) as came, company.short_name as other
    from (${changes(companyId)}) moved
    join house on house.id = moved.house_id
    left join company on company.id = moved.other_id
    where moved.changed_on <= ${to}::date
    order by moved.changed_on desc, house.search_text, house.id limit ${LATEST}`.execute(ctx.db);
  return rows.map(({ house_id, ...row }) => ({ ...row, houseId: house_id }));
}

function filled(rows: CompanyFlow['months'], first: string, last: string): CompanyFlow['months'] {
  const start = rows[0]?.month;
  if (!start) return [];
  const known = new Map(rows.map((row) => [row.month, row]));
  const all: CompanyFlow['months'] = [];
  for (let month = start > first ? start : first; month <= last; month = monthsBack(`${month}-01`, -1))
    all.push(known.get(month) ?? { month, came: 0, went: 0 });
  return all;
}

/** «2026-03-15», 2 → «2026-01» */
function monthsBack(day: string, count: number): string {
  const at = new Date(`${day.slice(0, 7)}-01T00:00:00Z`);
  at.setUTCMonth(at.getUTCMonth() - count);
  return at.toISOString().slice(0, 7);
}
