// Companies by words of their name or by number, and by ОГРН.
import type { Context, Write } from '@zhkh/kernel/module.server';
import type { CompanyView } from '../contract.ts';
import { companiesByIds } from './companies.server.ts';

/** Those that manage houses; by name. */
export async function companiesLike(ctx: Context, words: string, limit = 20): Promise<CompanyView[]> {
  const parts = words.toLowerCase().replaceAll('ё', 'е').split(/\s+/).filter(Boolean).slice(0, 6);
  const rows = await ctx.db
    .selectFrom('company')
    .select('id')
    .where((eb) => eb.exists(eb.selectFrom('house').select('house.id').whereRef('house.company_id', '=', 'company.id')))
    .where((eb) =>
      eb.and(
        parts.map((part) => {
          const like = `%${part.replaceAll(/[\\%_]/g, '\\$&')}%`;
          return eb.or([eb('search_text', 'like', like), eb('inn', '=', part), eb('ogrn', '=', part)]);
        }),
      ),
    )
    .orderBy('short_name')
    .orderBy('id')
    .limit(limit)
    .execute();
  const known = await companiesByIds(
    ctx,
    rows.map((row) => row.id),
  );
  return rows.flatMap((row) => known.get(row.id) ?? []);
}

export async function companiesByOgrn(
  db: Write['db'],
  ogrns: readonly string[],
): Promise<Map<string, { id: string; shortName: string }>> {
  if (ogrns.length === 0) return new Map();
  const rows = await db
    .selectFrom('company')
    .select(['id', 'ogrn', 'short_name'])
    .where('ogrn', 'in', [...ogrns])
    .execute();
  return new Map(rows.map((row) => [row.ogrn, { id: row.id, shortName: row.short_name }]));
}
