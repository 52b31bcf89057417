// Upserts one target of a table file: of rows with one key the newest wins, only what differs is written.
import type { Write } from '@zhkh/kernel/module.server';
import { type RawBuilder, sql } from 'kysely';
import { type Cast, castOf, type ImportRun } from '@zhkh/imports';
import { type Target, tagOf } from './target.ts';

interface FileFacts {
  factor: number;
  set: Readonly<Record<string, string>>;
}

/** `offset 0` keeps the JSON of a row from being read again for each of its columns. */
export async function writeTarget(
  w: Write,
  run: ImportRun,
  target: Target,
  facts: FileFacts,
): Promise<{ added: number; changed: number }> {
  const values = valuesOf(target, facts);
  const names = [...values.keys()];
  const table = sql.id(target.table);
  const key = sql`${keyOwner(target)}stage.source_key`;
  const column = (prefix: string) => sql.join(names.map((name) => sql`${sql.id(prefix)}.${sql.id(name)}`));
  const written = await sql<{ added: number; changed: number }>`
    with written as (
      insert into ${table} (id, source_key, ${sql.join(names.map((name) => sql.id(name)))}, fact_date, import_id, import_line)
      select distinct on (2) stage.row_id::uuid, ${key}, ${sql.join([...values.values()])}, ${run.factDate}::date, stage.import_id::uuid, stage.line::int
      from (select *, data::jsonb as cells from stage_tabular where import_id = ${run.id} and target = ${tagOf(target)} offset 0) stage
      order by 2, stage.newest::date desc nulls last, stage.line::int desc
      on conflict (source_key) do update set
        ${sql.join([...names, 'fact_date', 'import_id', 'import_line'].map((name) => sql`${sql.id(name)} = excluded.${sql.id(name)}`))}
      where (${column(target.table)}) is distinct from (${column('excluded')}) and ${table}.fact_date <= excluded.fact_date${notOlder(target)}
      returning (xmax = 0) as is_new
    )
    select count(*) filter (where is_new) as added, count(*) filter (where not is_new) as changed from written`.execute(w.db);
  return { added: Number(written.rows[0]?.added ?? 0), changed: Number(written.rows[0]?.changed ?? 0) };
}

function keyOwner(target: Target): RawBuilder<unknown> {
  if (target.house) return sql`stage.house_id || '|' || `;
  return target.keyOfCompany ? sql`stage.company_id || '|' || ` : sql``;
}

/** A part of an export may hold a state of the house older than the one already in. */
function notOlder(target: Target): RawBuilder<unknown> {
  const table = sql.id(target.table);
  return target.newest ? sql` and coalesce(${table}.updated_on <= excluded.updated_on, true)` : sql``;
}

/** Column of the table → the expression over the staged row that fills it. */
function valuesOf(target: Target, facts: FileFacts): Map<string, RawBuilder<unknown>> {
  const values = new Map<string, RawBuilder<unknown>>();
  if (target.house) values.set('house_id', sql`stage.house_id::uuid`);
  if (target.company) values.set('company_id', sql`stage.company_id::uuid`);
  for (const column of target.columns) {
    if (column.to) values.set(column.to, cast(column.to, castOf[column.type], facts.factor));
  }
  for (const [name, type] of Object.entries(target.moreCasts ?? {})) values.set(name, cast(name, type, facts.factor));
  for (const [name, value] of Object.entries(facts.set)) values.set(name, sql`${value}::text`);
  if (target.newest) values.set('updated_on', sql`stage.newest::date`);
  if (target.snapshot) values.set('ended_on', sql`null::date`);
  return values;
}

function cast(name: string, type: Cast, factor: number): RawBuilder<unknown> {
  const text = sql`(stage.cells ->> ${name}::text)`;
  if (type === 'money') return sql`round(${text}::numeric * ${factor}::numeric)::bigint`;
  return sql`${text}::${types[type]}`;
}

const types: Readonly<Record<Exclude<Cast, 'money'>, RawBuilder<unknown>>> = {
  text: sql`text`,
  date: sql`date`,
  integer: sql`integer`,
  numeric: sql`numeric`,
  bigint: sql`bigint`,
  boolean: sql`boolean`,
  uuid: sql`uuid`,
  'uuid[]': sql`uuid[]`,
  'text[]': sql`text[]`,
};
