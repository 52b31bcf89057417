// The typo path: a small dictionary of streets is asked for what looks alike, then the houses of the best streets.
import type { Context } from '@zhkh/platform/module.server';
import { sql } from 'kysely';
import type { AddressQuery } from '../domain/address-query.ts';
import { leadingNumber } from '../domain/house-number.ts';
import { nameDistance } from '../domain/likeness.ts';
import { type HitRow, hitColumns } from './house-columns.server.ts';

const WORST = 0.62;
const STREETS = 12;
/** Layouts and numbers worth asking the dictionary for. */
const READINGS = 6;

interface Candidate {
  id: string;
  distance: number;
  numbers: readonly string[];
}

export async function housesByLikeStreet(ctx: Context, read: readonly AddressQuery[], limit: number): Promise<HitRow[]> {
  const candidates = new Map<string, Candidate>();
  for (const query of read.filter((one) => one.words.some((word) => /[а-я]/.test(word))).slice(0, READINGS)) {
    for (const street of await likeStreets(ctx, query)) {
      const known = candidates.get(street.id);
      if (!known || known.distance > street.distance) candidates.set(street.id, street);
    }
  }
  const best = [...candidates.values()].sort((a, b) => a.distance - b.distance).slice(0, STREETS);
  if (best.length === 0) return [];
  return rank(await housesOf(ctx, best), best).slice(0, limit);
}

async function likeStreets(ctx: Context, query: AddressQuery): Promise<Candidate[]> {
  const typed = query.words.join(' ');
  const nearest = await ctx.db
    .selectFrom('house_street')
    .select(['id', 'city_norm', 'street_norm'])
    .orderBy(sql`${typed} <<-> search_text`)
    .limit(40)
    .execute();
  const short = typed.length <= 9 ? await shortNames(ctx, typed.length) : [];
  return [...nearest, ...short]
    .map((street) => ({
      id: street.id,
      numbers: query.numbers,
      distance: nameDistance(query.words, split(street.street_norm), split(street.city_norm)),
    }))
    .filter((street) => street.distance <= WORST);
}

/** Trigrams say little about four letters: compare with every short name. */
function shortNames(ctx: Context, length: number) {
  return ctx.db
    .selectFrom('house_street')
    .select(['id', 'city_norm', 'street_norm'])
    .where(sql<boolean>`char_length(street_norm) between ${length - 2} and ${length + 2}`)
    .limit(2000)
    .execute();
}

function housesOf(ctx: Context, streets: readonly Candidate[]) {
  const wanted = streets.map((street) => {
    const first = street.numbers[0];
    const starts = first ? sql<boolean>`and house.number_key like ${`${leadingNumber(first)}%`}` : sql``;
    return sql<boolean>`(house.street_id = ${street.id} ${starts})`;
  });
  return ctx.db
    .selectFrom('house')
    .leftJoin('company', 'company.id', 'house.company_id')
    .leftJoin('house_street', 'house_street.id', 'house.street_id')
    .select([...hitColumns, 'house.street_id', 'house.number_key', 'house_street.city_houses'])
    .where('house.status', '!=', 'demolished')
    .where(sql<boolean>`(${sql.join(wanted, sql` or `)})`)
    .limit(2000)
    .execute();
}

function rank(
  rows: (HitRow & { street_id: string | null; number_key: string; city_houses: number | null })[],
  streets: readonly Candidate[],
): HitRow[] {
  const byId = new Map(streets.map((street) => [street.id, street]));
  const scored = rows.map((row) => {
    const street = byId.get(row.street_id ?? '');
    return { row, score: (street?.distance ?? 1) + numberPenalty(row.number_key, street?.numbers ?? []) };
  });
  return scored
    .sort(
      (a, b) =>
        a.score - b.score ||
        (b.row.city_houses ?? 0) - (a.row.city_houses ?? 0) ||
        leadingNumber(a.row.number_key) - leadingNumber(b.row.number_key),
    )
    .map(({ row }) => row);
}

function numberPenalty(key: string, numbers: readonly string[]): number {
  if (numbers.length === 0) return 0;
  const exact = numbers.indexOf(key);
  if (exact >= 0) return exact * 0.02;
  return leadingNumber(key) === leadingNumber(numbers[0] ?? '') ? 0.15 : 0.4;
}

function split(text: string): string[] {
  return text.split(' ').filter(Boolean);
}
