// Everything a company's page shows: requisites, contacts, its houses page by page, where each comes from.
import type { Context } from '@zhkh/kernel/module.server';
import type { CompanyView } from '../contract.ts';
import { company } from './companies.server.ts';
import { type FactSource, sourceOf } from './house-card.server.ts';

const COMPANY_PAGE = 20;

export interface CompanyCard {
  company: CompanyView;
  cities: string[];
  area: number | null;
  /** One page of them. */
  houses: { id: string; address: string; flats: number | null }[];
  size: number;
  source: FactSource | null;
  contactsSource: FactSource | null;
}

export async function companyCard(ctx: Context, companyId: string, page: number): Promise<CompanyCard | null> {
  const view = await company(ctx, companyId);
  if (!view) return null;
  const [houses, sums, sources] = await Promise.all([
    housesOf(ctx, companyId, page),
    sumsOf(ctx, companyId),
    sourcesOf(ctx, companyId),
  ]);
  return { company: view, houses, size: COMPANY_PAGE, ...sums, ...sources };
}

function housesOf(ctx: Context, companyId: string, page: number) {
  return ctx.db
    .selectFrom('house')
    .select(['id', 'address', 'flats'])
    .where('company_id', '=', companyId)
    .orderBy('city')
    .orderBy('street')
    .orderBy('number_key')
    .orderBy('id')
    .limit(COMPANY_PAGE)
    .offset((page - 1) * COMPANY_PAGE)
    .execute();
}

async function sumsOf(ctx: Context, companyId: string): Promise<{ cities: string[]; area: number | null }> {
  const rows = await ctx.db
    .selectFrom('house')
    .select((eb) => ['city', eb.fn.sum<number | null>('total_area').as('area'), eb.fn.countAll<number>().as('count')])
    .where('company_id', '=', companyId)
    .groupBy('city')
    .orderBy('count', 'desc')
    .limit(20)
    .execute();
  return {
    cities: rows.map((row) => row.city),
    area: rows.length > 0 ? rows.reduce((sum, row) => sum + (row.area ?? 0), 0) : null,
  };
}

async function sourcesOf(ctx: Context, companyId: string) {
  const row = await ctx.db
    .selectFrom('company')
    .leftJoin('import_source as source', 'source.id', 'company.import_id')
    .leftJoin('import_source as contacts', 'contacts.id', 'company.contacts_import_id')
    .select([
      'import_id',
      'contacts_import_id',
      'import_line',
      'contacts_import_line',
      'source.connector',
      'source.file as file_name',
      'source.day as fact_date',
    ])
    .select(['contacts.connector as contacts_connector', 'contacts.file as contacts_file', 'contacts.day as contacts_date'])
    .where('company.id', '=', companyId)
    .executeTakeFirstOrThrow();
  return {
    source: sourceOf(row.connector, row.file_name, row.fact_date, row.import_line, row.import_id),
    contactsSource: sourceOf(
      row.contacts_connector,
      row.contacts_file,
      row.contacts_date,
      row.contacts_import_line,
      row.contacts_import_id,
    ),
  };
}
