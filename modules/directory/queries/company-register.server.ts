// The authority's register of companies: what they manage in the official's territory, licence, income, staff, supervision.
import { inTerritory } from '@zhkh/kernel/auth.server';
import type { Context } from '@zhkh/kernel/module.server';
import { type RawBuilder, sql } from 'kysely';
import type { CompanyRegisterQuery, CompanySort } from '../domain/register-query.ts';
import { isoDateIn } from '../domain/season.ts';
import { escape } from './address-search/like-text.server.ts';

export const COMPANIES_PAGE = 50;
const EXPORT_LIMIT = 20_000;

export interface CompanyRegisterRow {
  id: string;
  short_name: string;
  inn: string | null;
  ogrn: string;
  kind: string;
  houses: number;
  area: number | null;
  licence: 'active' | 'inactive' | null;
  licence_number: string | null;
  status: string | null;
  /** Roubles. */
  income: number | null;
  staff: number | null;
  sme: string | null;
  offences: number;
  precepts_open: number;
  precepts_overdue: number;
  email: string | null;
  phone: string | null;
}

const SORTS: Record<CompanySort, string> = {
  name: 'short_name',
  houses: 'houses',
  area: 'area',
  income: 'income',
  staff: 'staff',
  offences: 'offences',
  precepts: 'precepts_open',
};

export async function companyRegister(ctx: Context, query: CompanyRegisterQuery) {
  const found = filtered(ctx, query);
  const [rows, count] = await Promise.all([
    page(ctx, found, query, COMPANIES_PAGE, (query.page - 1) * COMPANIES_PAGE),
    sql<{ count: number }>`select count(*)::int as count from (${found}) found`.execute(ctx.db),
  ]);
  return { rows, total: count.rows[0]?.count ?? 0 };
}

export const companyRegisterRows = (ctx: Context, query: CompanyRegisterQuery): Promise<CompanyRegisterRow[]> =>
  page(ctx, filtered(ctx, query), query, EXPORT_LIMIT, 0);

async function page(ctx: Context, found: RawBuilder<unknown>, query: CompanyRegisterQuery, limit: number, offset: number) {
  const direction = query.dir === 'desc' ? sql`desc` : sql`asc`;
  const { rows } = await sql<CompanyRegisterRow>`
    select * from (${found}) found
    order by ${sql.ref(SORTS[query.sort])} ${direction} nulls last, short_name, id limit ${limit} offset ${offset}`.execute(
    ctx.db,
  );
  return rows;
}

function filtered(ctx: Context, query: CompanyRegisterQuery): RawBuilder<unknown> {
  return sql`select * from (${everything(ctx, query)}) company where ${sql.join(termsOf(ctx, query), sql` and `)}`;
}

function everything(ctx: Context, query: CompanyRegisterQuery): RawBuilder<unknown> {
  const today = isoDateIn(ctx.clock.now(), ctx.tenant.timeZone);
  return sql`
    select company.id, company.short_name, company.inn, company.ogrn, company.kind, company.email, company.phone, company.search_text,
      coalesce(managed.houses, 0)::int as houses, managed.area, held.state as licence, held.number as licence_number, registered.status,
      earned.income, employed.staff, small.category as sme, coalesce(examined.offences, 0)::int as offences,
      coalesce(told.open, 0)::int as precepts_open, coalesce(told.overdue, 0)::int as precepts_overdue
    from company
    left join (
      select company_id, count(*) as houses, sum(total_area) as area from house where company_id is not null and ${inScope(ctx, query)} group by company_id
    ) managed on managed.company_id = company.id
    left join (
      select distinct on (company_id) company_id, number, case when active then 'active' else 'inactive' end as state from licence
      order by company_id, active desc, valid_from desc nulls last, id
    ) held on held.company_id = company.id
    left join (
      select distinct on (company_id) company_id, status from company_registration order by company_id, fact_date desc
    ) registered on registered.company_id = company.id
    left join (select distinct on (company_id) company_id, income from company_finance order by company_id, year desc) earned
      on earned.company_id = company.id
    left join (select distinct on (company_id) company_id, count as staff from company_staff order by company_id, year desc) employed
      on employed.company_id = company.id
    left join (select distinct on (company_id) company_id, category from company_sme order by company_id, fact_date desc) small
      on small.company_id = company.id
    left join (
      select company_id, count(*) filter (where has_offence) as offences from examination where counted group by company_id
    ) examined on examined.company_id = company.id
    left join (
      select company_id, count(*) as open, count(*) filter (where deadline < ${today}::date) as overdue from precept
      where counted and state in ('Active', 'NotFilled') group by company_id
    ) told on told.company_id = company.id`;
}

function inScope(ctx: Context, query: CompanyRegisterQuery) {
  const allowed = inTerritory(ctx, 'directory.read-register', 'house');
  return query.municipality ? sql`${allowed} and house.municipality = ${query.municipality}` : sql`${allowed}`;
}

/** An official of a territory sees the companies that manage houses in it. */
function termsOf(ctx: Context, query: CompanyRegisterQuery): RawBuilder<unknown>[] {
  const terms: RawBuilder<unknown>[] = [sql`true`];
  const bounded = ctx.actor.kind === 'staff' && ctx.actor.territories !== null;
  if (bounded || query.municipality) terms.push(sql`houses > 0`);
  for (const word of (query.q ?? '').toLowerCase().split(/\s+/).filter(Boolean))
    terms.push(
      sql`(search_text like ${`%${escape(word)}%`} or inn like ${`${escape(word)}%`} or ogrn like ${`${escape(word)}%`})`,
    );
  if (query.kind) terms.push(sql`kind = ${query.kind}`);
  if (query.licence) terms.push(query.licence === 'none' ? sql`licence is null` : sql`licence = ${query.licence}`);
  if (query.status === 'active') terms.push(sql`status = 'active'`);
  if (query.status === 'trouble') terms.push(sql`status <> 'active'`);
  if (query.status === 'unknown') terms.push(sql`status is null`);
  if (query.sme) terms.push(query.sme === 'none' ? sql`sme is null` : sql`sme = ${query.sme}`);
  if (query.offences) terms.push(query.offences === 'yes' ? sql`offences > 0` : sql`offences = 0`);
  if (query.precepts === 'open') terms.push(sql`precepts_open > 0`);
  if (query.precepts === 'overdue') terms.push(sql`precepts_overdue > 0`);
  if (query.precepts === 'none') terms.push(sql`precepts_open = 0`);
  for (const [column, low, high] of [
    ['houses', query.housesFrom, query.housesTo],
    ['income', query.incomeFrom, query.incomeTo],
    ['staff', query.staffFrom, query.staffTo],
  ] as const) {
    if (low !== undefined) terms.push(sql`${sql.ref(column)} >= ${low}`);
    if (high !== undefined) terms.push(sql`${sql.ref(column)} <= ${high}`);
  }
  return terms;
}
