// The fast path of address search: every word must stand in the house's text (trigram index), the number must match.
import type { Context } from '@zhkh/platform/module.server';
import { sql } from 'kysely';
import type { AddressQuery } from '../domain/address-query.ts';
import { type HitRow, hitColumns } from './house-columns.server.ts';

export async function housesByWords(ctx: Context, query: AddressQuery, limit: number): Promise<HitRow[]> {
  if (query.words.length === 0 && query.numbers.length === 0) return [];
  const wholeWords = query.words.map((word) => sql<number>`(' ' || house.search_text || ' ' like ${`% ${escape(word)} %`})::int`);
  let rows = ctx.db
    .selectFrom('house')
    .leftJoin('company', 'company.id', 'house.company_id')
    .leftJoin('house_street', 'house_street.id', 'house.street_id')
    .select(hitColumns)
    .where('house.status', '!=', 'demolished');
  for (const word of query.words) rows = rows.where('house.search_text', 'like', `%${escape(word)}%`);
  if (query.numbers.length > 0) rows = rows.where(numberMatches(query.numbers));
  return rows
    .orderBy(numberRank(query.numbers))
    .orderBy(wholeWords.length > 0 ? sql`${sql.join(wholeWords, sql` + `)} desc` : sql`house.search_text`)
    .orderBy(sql`house_street.city_houses desc nulls last`)
    .orderBy(sql`char_length(house.search_text)`)
    .orderBy('house.search_text')
    .orderBy(sql`substring(house.number_key from '^[0-9]+')::int`)
    .orderBy('house.number_key')
    .limit(limit)
    .execute();
}

/** The number itself, or one that begins with it: «14» also shows «14а» and «14/1», after «14». */
function numberMatches(numbers: readonly string[]) {
  const tests = numbers.map((number) => sql<boolean>`house.number_key like ${`${escape(number)}%`}`);
  return sql<boolean>`(${sql.join(tests, sql` or `)})`;
}

/** Exact matches in the order of likelihood, then «14/1» for «14», then «140». */
function numberRank(numbers: readonly string[]) {
  if (numbers.length === 0) return sql`house.status`;
  const exact = numbers.map((number, index) => sql`when house.number_key = ${number} then ${sql.lit(index)}`);
  return sql`case ${sql.join(exact, sql` `)} when house.number_key ~ ${`^${numbers[0]?.replace(/[^0-9а-я/]/g, '')}[^0-9]`} then 50 else 60 end`;
}

export function escape(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}
