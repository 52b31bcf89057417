// Staged records into a table by their own ID: what is new is added, what differs is replaced, the rest is not touched at all.
import type { Write } from '@zhkh/platform/module.server';
import { type RawBuilder, sql } from 'kysely';
import type { ImportRun } from '../frame/connector.ts';

type Cast = 'text' | 'bigint' | 'smallint' | 'uuid' | 'boolean' | 'date';

export interface GarTable {
  table: string;
  stage: string;
  /** Counts are called `<count>New`, `<count>Changed`. */
  count: string;
  key: readonly string[];
  columns: Readonly<Record<string, Cast>>;
}

const versioned = { is_actual: 'boolean', is_active: 'boolean', end_date: 'date', fact_date: 'date' } as const;

export const typeTable: GarTable = {
  table: 'gar_type',
  stage: 'stage_gar_type',
  count: 'types',
  key: ['dictionary', 'code'],
  columns: { dictionary: 'text', code: 'text', name: 'text', short_name: 'text', is_active: 'boolean', fact_date: 'date' },
};

/** In the order of the format: objects, houses, hierarchies, parameters. */
export const tables: readonly GarTable[] = [
  {
    table: 'gar_object',
    stage: 'stage_gar_object',
    count: 'objects',
    key: ['id'],
    columns: {
      id: 'bigint',
      object_id: 'bigint',
      guid: 'uuid',
      name: 'text',
      type_name: 'text',
      print: 'text',
      name_norm: 'text',
      level: 'smallint',
      ...versioned,
    },
  },
  {
    table: 'gar_house',
    stage: 'stage_gar_house',
    count: 'houses',
    key: ['id'],
    columns: {
      id: 'bigint',
      object_id: 'bigint',
      guid: 'uuid',
      number: 'text',
      house_type: 'text',
      add_number1: 'text',
      add_type1: 'text',
      add_number2: 'text',
      add_type2: 'text',
      number_key: 'text',
      ...versioned,
    },
  },
  {
    table: 'gar_place',
    stage: 'stage_gar_place',
    count: 'places',
    key: ['tree', 'id'],
    columns: {
      tree: 'text',
      id: 'bigint',
      object_id: 'bigint',
      parent_id: 'bigint',
      path: 'text',
      oktmo: 'text',
      is_active: 'boolean',
      fact_date: 'date',
    },
  },
  {
    table: 'gar_param',
    stage: 'stage_gar_param',
    count: 'params',
    key: ['id'],
    columns: { id: 'bigint', object_id: 'bigint', type_id: 'smallint', value: 'text', end_date: 'date', fact_date: 'date' },
  },
  {
    table: 'gar_registry',
    stage: 'stage_gar_registry',
    count: 'registry',
    key: ['object_id'],
    columns: { object_id: 'bigint', guid: 'uuid', level: 'smallint', is_active: 'boolean', fact_date: 'date' },
  },
];

const casts: Readonly<Record<Cast, RawBuilder<unknown>>> = {
  text: sql`text`,
  bigint: sql`bigint`,
  smallint: sql`smallint`,
  uuid: sql`uuid`,
  boolean: sql`boolean`,
  date: sql`date`,
};

export interface Written {
  added: number;
  changed: number;
}

/** The same ID twice in one source is rare (deltas put together); sorting every source for it would cost more than trying twice. */
export async function upsert(w: Write, run: ImportRun, spec: GarTable): Promise<Written> {
  await sql`savepoint once`.execute(w.db);
  try {
    return await put(w, run, spec, false);
  } catch (error) {
    if (!isTwice(error)) throw error;
    await sql`rollback to savepoint once`.execute(w.db);
    return put(w, run, spec, true);
  }
}

function isTwice(error: unknown): boolean {
  return error instanceof Error && ['21000', '23505'].includes((error as { code?: string }).code ?? '');
}

async function put(w: Write, run: ImportRun, spec: GarTable, lastOnly: boolean): Promise<Written> {
  const names = Object.keys(spec.columns);
  const plain = names.filter((name) => !spec.key.includes(name));
  const list = (prefix: string, columns: readonly string[]) => sql.join(columns.map((name) => sql.ref(`${prefix}.${name}`)));
  const onKey = sql.join(
    spec.key.map((name) => sql`t.${sql.ref(name)} = s.${sql.ref(name)}`),
    sql` and `,
  );
  const known = sql`left join ${sql.table(spec.table)} t on ${onKey}
    where t.${sql.ref(spec.key[0] ?? 'id')} is null or (${list('s', plain)}) is distinct from (${list('t', plain)})`;
  const into = sql`insert into ${sql.table(spec.table)} as old (${sql.join([...names, 'import_id', 'import_line'].map((name) => sql.ref(name)))})`;
  const rows = stagedRows(run, spec, lastOnly);
  if (await isEmpty(w, spec.table)) {
    const first = await sql`${into} ${rows}`.execute(w.db);
    return { added: Number(first.numAffectedRows ?? 0), changed: 0 };
  }
  const result = await sql<{ written: number; added: number }>`
    with written as (
      ${into} select s.* from (${rows}) s ${known}
      on conflict (${sql.join(spec.key.map((name) => sql.ref(name)))}) do update set
        ${sql.join([...plain, 'import_id', 'import_line'].map((name) => sql`${sql.ref(name)} = excluded.${sql.ref(name)}`))}
      returning (xmax = 0) as added
    )
    select count(*)::int as written, (count(*) filter (where added))::int as added from written`.execute(w.db);
  const { written = 0, added = 0 } = result.rows[0] ?? {};
  return { added, changed: written - added };
}

function stagedRows(run: ImportRun, spec: GarTable, lastOnly: boolean): RawBuilder<unknown> {
  const columns = Object.entries(spec.columns).map(([name, cast]) => sql`s.${sql.ref(name)}::${casts[cast]} as ${sql.ref(name)}`);
  const keys = sql.join(spec.key.map((name) => sql`s.${sql.ref(name)}::${casts[spec.columns[name] ?? 'text']}`));
  return sql`select ${lastOnly ? sql`distinct on (${keys})` : sql``} ${sql.join(columns)}, s.import_id::uuid as import_id, s.line::int as import_line
    from ${sql.table(spec.stage)} s where s.import_id = ${run.id} ${lastOnly ? sql`order by ${keys}, s.line::int desc` : sql``}`;
}

async function isEmpty(w: Write, table: string): Promise<boolean> {
  const found = await sql<{ one: number }>`select 1 as one from ${sql.table(table)} limit 1`.execute(w.db);
  return found.rows.length === 0;
}
