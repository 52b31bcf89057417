// Houses, companies, terms, points, licences and supervision as a region has them: what the registers and the history are asked about.
import postgres from 'postgres';
import { fillStock } from '../../commands/fill-stock.server.ts';
import { SCHEMA } from '@zhkh/imports/testing';

const COMPANIES = 600;

export async function fillRegister(url: string, houses: number): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    await sql.unsafe(`set search_path = ${SCHEMA}, public`);
    await fillStock((text) => sql.unsafe(text), SCHEMA, houses);
    for (const statement of statements) await sql.unsafe(statement);
  } finally {
    await sql.end();
  }
}

const statements = [
  `insert into import_run (id, connector, file_name, fact_date, state, started_at, finished_at)
   values (md5('run')::uuid, 'ozhf', 'houses.csv', '2026-03-01', 'done', now(), now())`,
  `insert into company (id, ogrn, inn, kind, name, short_name, search_text, created_at, updated_at)
   select md5('c' || n)::uuid, '11672320' || lpad(n::text, 5, '0'), '72030' || lpad(n::text, 5, '0'), 'managing-company', 'ООО УК ' || n, 'УК ' || n,
     'ук ' || n, now(), now() from generate_series(1, ${COMPANIES}) n`,
  `update house set municipality = '717' || lpad((numbered.n % 26)::text, 2, '0'), oktmo = '717' || lpad((numbered.n % 26)::text, 2, '0') || '000',
     total_area = 800 + numbered.n % 9000, built_year = 1930 + numbered.n % 95, floors = 1 + numbered.n % 25, flats = 8 + numbered.n % 300,
     lat = 57 + (numbered.n % 1000) / 1000.0, lon = 65 + (numbered.n % 997) / 1000.0, import_id = md5('run')::uuid, import_line = numbered.n,
     company_id = case when numbered.n % 40 = 0 then null else md5('c' || 1 + numbered.n % ${COMPANIES})::uuid end
   from (select id, (row_number() over (order by id))::int as n from house) numbered where numbered.id = house.id`,
  `insert into management (id, house_id, company_id, valid_from, from_exact, source, document, created_at, updated_at)
   select gen_random_uuid(), id, company_id, date '2024-01-01' + import_line % 700, true, 'contract', '№ ' || import_line, now(), now()
   from house where company_id is not null`,
  `insert into management (id, house_id, company_id, valid_from, valid_to, from_exact, source, created_at, updated_at)
   select gen_random_uuid(), term.house_id, md5('c' || 1 + (house.import_line + 7) % ${COMPANIES})::uuid, date '2019-01-01', term.valid_from, true, 'contract', now(), now()
   from management term join house on house.id = term.house_id where house.import_line % 5 = 0`,
  `insert into licence (id, source_key, company_id, number, status, valid_from, fact_date, import_id, import_line)
   select gen_random_uuid(), 'l' || ogrn, id, '072-' || ogrn, 'A', '2020-01-01', '2026-03-01', md5('run')::uuid, 1 from company`,
  `insert into company_finance (id, company_id, year, income, expense, fact_date, published_on, import_id, import_line)
   select gen_random_uuid(), id, year, 1000000, 900000, '2026-01-01', '2026-01-01', md5('run')::uuid, 1 from company, generate_series(2021, 2025) year`,
  `insert into precept (id, source_key, company_id, guid, state, number, issued_on, deadline, house_guids, fact_date, import_id, import_line)
   select gen_random_uuid(), 'p' || ogrn || n, id, gen_random_uuid(), 'Active', n::text, '2026-01-01', '2026-02-01', '{}', '2026-03-01', md5('run')::uuid, 1
   from company, generate_series(1, 10) n`,
  `insert into capital_repair_house (id, source_key, house_id, collecting_way, money_unit, fact_date, import_id, import_line)
   select gen_random_uuid(), 'k' || id, id, case when import_line % 4 = 0 then 'специальный счёт' else 'счёт регионального оператора' end, 'rouble', '2026-03-01',
     md5('run')::uuid, 1 from house`,
  'analyze',
];
