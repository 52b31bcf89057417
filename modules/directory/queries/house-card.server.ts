// Everything a house's page shows, each fact with where it comes from.
import type { Context } from '@zhkh/kernel/module.server';
import type { HouseView, ManagerView } from '../contract.ts';
import { factFile } from './fact-file.server.ts';
import { houseColumns, toHouseView } from './house-columns.server.ts';
import { managerOf } from './manager-of.server.ts';

export interface FactSource {
  connector: string;
  file: string;
  /** The day the source speaks of. */
  date: string | null;
  line: number | null;
  /** The import that brought it. */
  importId?: string | null;
}

export interface Term {
  id: string;
  companyId: string;
  company: string;
  from: string;
  fromExact: boolean;
  to: string | null;
  document: string | null;
  source: FactSource | null;
}

export interface HouseCard {
  house: HouseView;
  facts: {
    area: number | null;
    livingArea: number | null;
    floors: number | null;
    builtYear: number | null;
    gisGuid: string | null;
    postalCode: string | null;
  };
  source: FactSource | null;
  point: { kind: string | null; source: FactSource | null };
  manager: ManagerView | null;
  terms: Term[];
}

export async function houseCard(ctx: Context, houseId: string): Promise<HouseCard | null> {
  const row = await ctx.db
    .selectFrom('house')
    .leftJoin('import_source as source', 'source.id', 'house.import_id')
    .leftJoin('import_source as point', 'point.id', 'house.point_import_id')
    .select(houseColumns)
    .select([
      'total_area',
      'living_area',
      'floors',
      'built_year',
      'gis_guid',
      'postal_code',
      'point_source',
      'house.import_id',
      'import_line',
      'point_import_id',
      'point_import_line',
    ])
    .select([
      'source.connector',
      'source.file as file_name',
      'source.day as fact_date',
      'point.connector as point_connector',
      'point.file as point_file',
      'point.day as point_date',
    ])
    .where('house.id', '=', houseId)
    .executeTakeFirst();
  if (!row) return null;
  const [manager, terms] = await Promise.all([managerOf(ctx, houseId), termsOf(ctx, houseId)]);
  return {
    house: toHouseView(row),
    facts: {
      area: row.total_area,
      livingArea: row.living_area,
      floors: row.floors,
      builtYear: row.built_year,
      gisGuid: row.gis_guid,
      postalCode: row.postal_code,
    },
    source: sourceOf(row.connector, row.file_name, row.fact_date, row.import_line, row.import_id),
    point: {
      kind: row.point_source,
      source: sourceOf(row.point_connector, row.point_file, row.point_date, row.point_import_line, row.point_import_id),
    },
    manager,
    terms,
  };
}

async function termsOf(ctx: Context, houseId: string): Promise<Term[]> {
  const rows = await ctx.db
    .selectFrom('management')
    .innerJoin('company', 'company.id', 'management.company_id')
    .leftJoin('import_source as source', 'source.id', 'management.import_id')
    .select([
      'management.id',
      'company_id',
      'short_name',
      'valid_from',
      'valid_to',
      'from_exact',
      'document',
      'management.import_id',
      'management.import_line',
    ])
    .select(['source.connector', factFile('management'), 'source.day as fact_date'])
    .where('house_id', '=', houseId)
    .orderBy('valid_from', 'desc')
    .limit(50)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    companyId: row.company_id,
    company: row.short_name,
    from: row.valid_from,
    fromExact: row.from_exact,
    to: row.valid_to,
    document: row.document,
    source: sourceOf(row.connector, row.file_name, row.fact_date, row.import_line, row.import_id),
  }));
}

export function sourceOf(
  connector: string | null,
  file: string | null,
  date: string | null,
  line: number | null,
  importId: string | null = null,
): FactSource | null {
  return connector && file ? { connector, file, date, line, importId } : null;
}
