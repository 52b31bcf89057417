// The best SQL a person would write for each kind of question, sent by a bare client as prepared statements, on the tables and indexes of
// the product. Where parts are known it is given the parts, already normalised: the search has to read them out of the text.
import { type BulkSql, openBulkSql } from '@zhkh/kernel/db.server';
import type { Context } from '@zhkh/kernel/module.server';
import type { Kind, Question } from './questions.ts';

const LEAD = `left(substring(house.number_key from '^[0-9]+'), 9)::int`;
const COLUMNS =
  'house.id, house.address, house.city, house.street, house.number, house.lat, house.lon, house.company_id, company.short_name';
const WITH_COMPANY = 'left join company on company.id = house.company_id';

/** Two houses each of the ten best streets first, as the list shows them. */
const firstOf = (streets: string) => `
  select ${COLUMNS} from (
    select found.*, house_id, row_number() over (partition by found.id order by lead, number_key) as nth
    from (${streets}) found cross join lateral (
      select house.id as house_id, number_key, ${LEAD} as lead from house where street_id = found.id and status <> 'demolished'
      order by street_id, ${LEAD}, number_key limit 10) first
  ) ranked join house on house.id = house_id ${WITH_COMPANY}
  order by apart + (nth - 1) / 2 * 0.25, place, nth limit 10`;

const STATEMENTS: Record<Kind, string> = {
  'three letters': firstOf(`
    select id, apart, row_number() over (order by apart, city_houses desc, street_norm, city_norm) as place from (
      select id, city_houses, street_norm, city_norm,
        min(char_length(word) - char_length($1)) * 0.03 + (street_norm ~ '^[0-9]')::int as apart
      from house_street cross join unnest(string_to_array(street_norm, ' ')) word where word like $1 || '%' group by id) prefixed
    order by apart, city_houses desc, street_norm, city_norm limit 10`),
  prefix: firstOf(`
    select id, (char_length(street_norm) - char_length($2)) * 0.03 as apart, row_number() over (order by char_length(street_norm), street_norm) as place
    from house_street where city_norm = $1 and street_norm like $2 || '%' order by char_length(street_norm), street_norm limit 10`),
  'whole address': `
    select ${COLUMNS} from house_street join house on house.street_id = house_street.id ${WITH_COMPANY}
    where city_norm = $1 and street_norm = $2 and ${LEAD} = $4::int and house.status <> 'demolished'
    order by house.number_key = $3 desc, house.number_key limit 10`,
  'one typo': likeStreets('limit 12'),
  'nothing found': likeStreets('limit 12', 'where $1::text <<% search_text'),
};

/** The dictionary of streets by trigrams, nearest first, then the houses of the number. */
function likeStreets(limit: string, where = ''): string {
  return `
    select ${COLUMNS} from (
      select id, $1::text <<-> search_text as apart from house_street ${where} order by $1::text <<-> search_text ${limit}
    ) near join house on house.street_id = near.id ${WITH_COMPANY}
    where ${LEAD} = $3::int and house.status <> 'demolished' order by apart, house.number_key = $2 desc, house.number_key limit 10`;
}

export interface ByHand {
  ask(kind: Kind, question: Question): Promise<{ id: string; address: string }[]>;
  plan(kind: Kind, question: Question): Promise<string[]>;
  end(): Promise<void>;
}

export function byHand(ctx: Context): ByHand {
  const sql: BulkSql = openBulkSql(ctx);
  const run = (text: string, values: readonly unknown[]) => sql.unsafe(text, values as never[], { prepare: true });
  return {
    ask: async (kind, question) => (await run(STATEMENTS[kind], valuesOf(kind, question))) as never,
    async plan(kind, question) {
      const rows = await run(`explain (analyze, buffers, costs off, timing off) ${STATEMENTS[kind]}`, valuesOf(kind, question));
      return rows.map((row) => String((row as Record<string, unknown>)['QUERY PLAN']));
    },
    end: () => sql.end(),
  };
}

function valuesOf(kind: Kind, { typed, city, street, number }: Question): unknown[] {
  const lead = Number.parseInt(number, 10);
  if (kind === 'three letters') return [typed];
  if (kind === 'prefix') return [city, typed.slice(city.length + 1)];
  if (kind === 'whole address') return [city, street, number, lead];
  return [typed.slice(0, typed.lastIndexOf(' ')), number, lead];
}
