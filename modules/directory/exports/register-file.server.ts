// The registers as files: what is filtered, in the order of the page, with the columns chosen. Houses are read batch by batch.
import { type Cell, tableFile } from '@zhkh/kernel/export.server';
import type { Context } from '@zhkh/kernel/module.server';
import { sql } from 'kysely';
import { chosenColumns, type RegisterColumn } from '../domain/register-columns.ts';
import type { CompanyRegisterQuery, RegisterQuery } from '../domain/register-query.ts';
import { isoDateIn } from '../domain/season.ts';
import { companyRegisterRows } from '../queries/company-register.server.ts';
import { builtYear, floors } from '../queries/house-facts-sql.server.ts';
import { houseRegisterIds, openCounts } from '../queries/house-register.server.ts';

const BATCH = 1000;
const SHEET = 'Реестр';

type Row = Record<string, Cell>;
type FileFormat = 'csv' | 'xlsx';

export async function houseRegisterFile(ctx: Context, query: RegisterQuery, format: FileFormat): Promise<Response> {
  const ids = await houseRegisterIds(ctx, query);
  const columns = chosenColumns('houses', query.cols);
  const batches = async function* () {
    for (let at = 0; at < ids.length; at += BATCH)
      yield cellsOf(ctx, columns, await houseRows(ctx, ids.slice(at, at + BATCH), columns));
  };
  await told(ctx, 'houses', ids.length);
  return tableFile({ name: 'houses', sheetName: SHEET, format, head: headOf(ctx, columns), batches: batches() });
}

export async function companyRegisterFile(ctx: Context, query: CompanyRegisterQuery, format: FileFormat): Promise<Response> {
  const rows = await companyRegisterRows(ctx, query);
  const columns = chosenColumns('companies', query.cols);
  const batches = async function* () {
    yield cellsOf(ctx, columns, rows as unknown as Row[]);
  };
  await told(ctx, 'companies', rows.length);
  return tableFile({ name: 'companies', sheetName: SHEET, format, head: headOf(ctx, columns), batches: batches() });
}

/** In the order of the ids. */
async function houseRows(ctx: Context, ids: readonly string[], columns: readonly RegisterColumn[]): Promise<Row[]> {
  const day = isoDateIn(ctx.clock.now(), ctx.tenant.timeZone);
  const { rows } = await sql<Row & { id: string }>`
    select house.id, house.address, house.city, house.municipality, company.short_name as company, company.inn as company_inn,
      term.valid_from as company_since, house.management_mode, house.total_area, house.living_area, house.flats, ${floors} as floors, ${builtYear} as built_year,
      house.status, house.lat, house.lon, house.gis_guid, source.day as fact_date
    from unnest(${ids}::uuid[]) with ordinality as wanted (id, place)
    join house on house.id = wanted.id
    left join company on company.id = house.company_id
    left join import_source source on source.id = house.import_id
    left join lateral (
      select valid_from from management
      where management.house_id = house.id and management.company_id = house.company_id
        and valid_from <= ${day}::date and (valid_to is null or valid_to > ${day}::date)
      order by valid_from limit 1
    ) term on true
    order by wanted.place`.execute(ctx.db);
  if (!columns.some((column) => column.key === 'open')) return rows;
  const open = await openCounts(ctx, ids);
  return rows.map((row) => ({ ...row, open: open.get(row.id) ?? 0 }));
}

const headOf = (ctx: Context, columns: readonly RegisterColumn[]) => columns.map((column) => ctx.t(`directory:${column.head}`));

function cellsOf(ctx: Context, columns: readonly RegisterColumn[], rows: readonly Row[]): Cell[][] {
  return rows.map((row) =>
    columns.map(({ key, words }) => {
      const value = row[key] ?? null;
      return words && typeof value === 'string' ? ctx.t(`directory:${words}.${value}`) : value;
    }),
  );
}

function told(ctx: Context, register: string, rows: number): Promise<void> {
  return ctx.write((w) => w.audit('directory.export-register', { type: 'house', id: ctx.tenant.id }, { register, rows }));
}
