// The companies a region knows, by ОГРН and ИНН: a whole country's set is read, only their rows are kept.
import type { Context } from '@zhkh/kernel/module.server';

export interface KnownCompanies {
  find(ogrn: string, inn: string): string | undefined;
}

export async function knownCompanies(ctx: Context): Promise<KnownCompanies> {
  const rows = await ctx.db.selectFrom('company').select(['id', 'ogrn', 'inn']).execute();
  const byOgrn = new Map(rows.map((row) => [row.ogrn, row.id]));
  const byInn = new Map(rows.filter((row) => row.inn !== null).map((row) => [row.inn, row.id]));
  return { find: (ogrn, inn) => byOgrn.get(ogrn) ?? byInn.get(inn) };
}
