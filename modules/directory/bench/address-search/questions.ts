// What is typed in the measurement: five kinds of text over the invented houses, the same in every run.
import type { Context } from '@zhkh/kernel/module.server';
import { seeded } from '@zhkh/tools/testing/seeded';
import { dropped, doubled, heard, inOneWord, nextKey, swapped } from '../../testing/misspell/slips.ts';

export type Kind = 'three letters' | 'prefix' | 'whole address' | 'one typo' | 'nothing found';

export interface Question {
  typed: string;
  /** What an author of SQL would be given: the parts, normalised. */
  city: string;
  street: string;
  number: string;
  address: string;
  id: string;
}

const SLIPS = [dropped, doubled, heard, nextKey, swapped];

export async function questionsOf(ctx: Context, count: number): Promise<Record<Kind, Question[]>> {
  const random = seeded(1);
  const rows = await ctx.db
    .selectFrom('house')
    .innerJoin('house_street', 'house_street.id', 'house.street_id')
    .select(['house.id', 'house.address', 'house.number_key', 'city_norm', 'street_norm'])
    .orderBy('house.id')
    .limit(count * 50)
    .execute();
  const kinds: Record<Kind, Question[]> = {
    'three letters': [],
    prefix: [],
    'whole address': [],
    'one typo': [],
    'nothing found': [],
  };
  const cities = new Set(rows.map((row) => row.city_norm.slice(0, 3)));
  for (let at = 0; at < count; at += 1) {
    const row = random.pick(rows);
    const known = { city: row.city_norm, street: row.street_norm, number: row.number_key, address: row.address, id: row.id };
    const name = row.street_norm.split(' ').at(-1) ?? '';
    kinds['whole address'].push({ ...known, typed: `${known.city} ${known.street} ${known.number}` });
    kinds['one typo'].push({
      ...known,
      typed: `${known.city} ${inOneWord(known.street, random.pick(SLIPS), random)} ${known.number}`,
    });
    kinds.prefix.push({ ...known, typed: `${known.city} ${known.street.slice(0, -Math.ceil(name.length / 2))}` });
    if (!cities.has(name.slice(0, 3))) kinds['three letters'].push({ ...known, typed: name.slice(0, 3) });
    kinds['nothing found'].push({ ...known, typed: `${noise(random)} ${noise(random)} ${known.number}` });
  }
  return kinds;
}

function noise(random: ReturnType<typeof seeded>): string {
  return Array.from({ length: 8 }, () => random.pick([...'щцчхжфъэюыгшпнв'])).join('');
}
