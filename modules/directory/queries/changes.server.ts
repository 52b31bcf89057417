// The region's timeline: houses that changed company and facts that changed, by period, municipality and kind. Within the official's territory.
import { inTerritory } from '@zhkh/kernel/auth.server';
import type { Context } from '@zhkh/kernel/module.server';
import { sql } from 'kysely';
import type { ChangesQuery } from '../domain/schemas.ts';
import { isoDateIn } from '../domain/season.ts';
import { sourceOf, type FactSource } from './house-card.server.ts';

export const CHANGES_PAGE = 50;
const EXPORT_LIMIT = 100_000;
const DAY = 86_400_000;

export interface ChangeRow {
  key: string;
  on: string;
  field: string;
  houseId: string | null;
  companyId: string | null;
  subject: string;
  before: string | null;
  after: string | null;
  exact: boolean;
  document: string | null;
  source: FactSource | null;
}

interface Row {
  on: string;
  field: string;
  house_id: string | null;
  company_id: string | null;
  subject: string;
  before: string | null;
  after: string | null;
  exact: boolean;
  document: string | null;
  connector: string | null;
  file_name: string | null;
  fact_date: string | null;
  import_line: number | null;
  import_id: string | null;
}

/** Three months back unless told. */
export function periodOf(ctx: Context, query: Pick<ChangesQuery, 'from' | 'to'>): { from: string; to: string } {
  const now = ctx.clock.now();
  const day = (at: Date) => isoDateIn(at, ctx.tenant.timeZone);
  return { from: query.from ?? day(new Date(now.getTime() - 92 * DAY)), to: query.to ?? day(new Date(now.getTime() + 31 * DAY)) };
}

export async function changes(ctx: Context, query: ChangesQuery): Promise<{ rows: ChangeRow[]; total: number }> {
  const [rows, count] = await Promise.all([
    read(ctx, query, CHANGES_PAGE, (query.page - 1) * CHANGES_PAGE),
    sql<{ count: number }>`select count(*)::int as count from (${all(ctx, query)}) found`.execute(ctx.db),
  ]);
  return { rows, total: count.rows[0]?.count ?? 0 };
}

export const allChanges = (ctx: Context, query: ChangesQuery): Promise<ChangeRow[]> => read(ctx, query, EXPORT_LIMIT, 0);

async function read(ctx: Context, query: ChangesQuery, limit: number, offset: number): Promise<ChangeRow[]> {
  const { rows } = await sql<Row>`
    select found.*, source.connector, source.file as file_name, source.day as fact_date
    from (
      select * from (${all(ctx, query)}) every order by "on" desc, subject, field, coalesce(house_id, company_id) limit ${limit} offset ${offset}
    ) found left join import_source source on source.id = found.import_id
    order by found."on" desc, found.subject, found.field, coalesce(found.house_id, found.company_id)`.execute(ctx.db);
  return rows.map((row) => ({
    key: `${row.house_id ?? row.company_id} ${row.field} ${row.on} ${row.after}`,
    on: row.on,
    field: row.field,
    houseId: row.house_id,
    companyId: row.company_id,
    subject: row.subject,
    before: row.before,
    after: row.after,
    exact: row.exact,
    document: row.document,
    source: sourceOf(row.connector, row.file_name, row.fact_date, row.import_line, row.import_id),
  }));
}

function all(ctx: Context, query: ChangesQuery) {
  const wanted = (kind: string) => query.kind === '' || query.kind === kind;
  const parts = [
    columns,
    ...(wanted('manager') ? [moves(ctx, query)] : []),
    ...(wanted('house') ? [houseFacts(ctx, query)] : []),
    ...(wanted('company') && !query.municipality ? [companyFacts(ctx, query)] : []),
  ];
  return sql.join(parts, sql` union all `);
}

/** No row: it names the columns of whatever follows. */
const columns = sql`
  select null::date as "on", '' as field, null::uuid as house_id, null::uuid as company_id, '' as subject, null::text as before, null::text as after,
    true as exact, null::text as document, null::uuid as import_id, null::int as import_line
  where false`;

function moves(ctx: Context, query: ChangesQuery) {
  const { from, to } = periodOf(ctx, query);
  return sql`
    select change.changed_on, 'manager', house.id, null::uuid, house.address, was.short_name, now.short_name, change.exact, change.document, change.import_id, change.import_line
    from management_change change
    join house on house.id = change.house_id
    left join company was on was.id = change.from_company_id
    left join company now on now.id = change.to_company_id
    where not change.is_first and change.changed_on between ${from}::date and ${to}::date and ${inScope(ctx, query)}`;
}

function houseFacts(ctx: Context, query: ChangesQuery) {
  const { from, to } = periodOf(ctx, query);
  return sql`
    select change.changed_on, change.field, house.id, null::uuid, house.address, change.before, change.after, true, null, change.import_id, change.import_line
    from fact_change change join house on house.id = change.subject_id
    where change.kind = 'house' and change.changed_on between ${from}::date and ${to}::date and ${inScope(ctx, query)}`;
}

function companyFacts(ctx: Context, query: ChangesQuery) {
  const { from, to } = periodOf(ctx, query);
  return sql`
    select change.changed_on, change.field, null::uuid, company.id, company.short_name, change.before, change.after, true, null, change.import_id,
      change.import_line
    from fact_change change join company on company.id = change.subject_id
    where change.kind = 'company' and change.changed_on between ${from}::date and ${to}::date`;
}

function inScope(ctx: Context, query: ChangesQuery) {
  const allowed = inTerritory(ctx, 'directory.read-register', 'house');
  return query.municipality ? sql`${allowed} and house.municipality = ${query.municipality}` : sql`${allowed}`;
}
