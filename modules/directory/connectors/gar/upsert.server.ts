// Staged records into a table by their own ID: what is new is added, what differs is replaced, the rest is not touched at all.
import type { Write } from '@zhkh/kernel/module.server';
import { type RawBuilder, sql } from 'kysely';
import { type ImportRun, refuseTwice } from '@zhkh/imports';
import { onceOrTwice } from '../once-or-twice.server.ts';

type Cast = 'text' | 'bigint' | 'smallint' | 'uuid' | 'boolean' | 'date';

export interface GarTable {
  table: string;
  stage: string;
  /** Counts are called `<count>New`, `<count>Changed`. */
  count: string;
  key: readonly string[];
  columns: Readonly<Record<string, Cast>>;
  /** Its rows keep the mark of their record. */
  remembered?: boolean;
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
const facts: readonly GarTable[] = [
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

export const tables: readonly GarTable[] = facts.map((spec) => ({ ...spec, remembered: true }));

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

export async function upsert(w: Write, run: ImportRun, spec: GarTable): Promise<Written> {
  if (!(await isEmpty(w, spec.table))) return writeDifferences(w, run, spec);
  const added = await onceOrTwice(w, async (twice) => {
    const first =
      await sql`insert into ${sql.table(spec.table)} (${refs(written(spec))}) ${stagedRows(run, spec, twice)}`.execute(w.db);
    return Number(first.numAffectedRows ?? 0);
  });
  return { added, changed: 0 };
}

/** A record that says the same in other words keeps its origin and gets its new mark. */
async function writeDifferences(w: Write, run: ImportRun, spec: GarTable): Promise<Written> {
  const table = sql.table(spec.table);
  const plain = Object.keys(spec.columns).filter((name) => !spec.key.includes(name));
  const differs = (one: string, other: string) => sql`(${refs(plain, one)}) is distinct from (${refs(plain, other)})`;
  const kept = (name: string) =>
    sql`${sql.ref(name)} = case when ${differs('old', 'excluded')} then ${sql.ref(`excluded.${name}`)} else ${sql.ref(`old.${name}`)} end`;
  const marked = spec.remembered ? sql`known.record_hash is distinct from staged.record_hash or` : sql``;
  const result = await sql<{ added: number; changed: number; replaced: Buffer | null }>`
    with staged as materialized (${stagedRows(run, spec, true)}), differing as materialized (
      select staged.*, ${spec.remembered ? sql`known.record_hash` : sql`null::bigint`} as was, known.${sql.ref(spec.key[0] ?? '')} is not null as known,
        ${differs('known', 'staged')} as changed
      from staged left join ${table} known on (${refs(spec.key, 'known')}) = (${refs(spec.key, 'staged')})
      where known.${sql.ref(spec.key[0] ?? '')} is null or ${marked} ${differs('known', 'staged')}
    ), written as (
      insert into ${table} as old (${refs(written(spec))}) select ${refs(written(spec))} from differing
      on conflict (${refs(spec.key)}) do update set
        ${sql.join([...plain, ...(spec.remembered ? ['record_hash'] : [])].map((name) => sql`${sql.ref(name)} = ${sql.ref(`excluded.${name}`)}`))},
        ${kept('import_id')}, ${kept('import_line')}
    )
    select (count(*) filter (where not known))::int as added, (count(*) filter (where known and changed))::int as changed,
      string_agg(int8send(was), ''::bytea) as replaced
    from differing`.execute(w.db);
  const { added = 0, changed = 0, replaced = null } = result.rows[0] ?? {};
  refuseTwice(run, replaced);
  return { added, changed };
}

function written(spec: GarTable): string[] {
  return [...Object.keys(spec.columns), 'import_id', 'import_line', ...(spec.remembered ? ['record_hash'] : [])];
}

function refs(names: readonly string[], of?: string): RawBuilder<unknown> {
  return sql.join(names.map((name) => sql.ref(of ? `${of}.${name}` : name)));
}

function stagedRows(run: ImportRun, spec: GarTable, lastOnly: boolean): RawBuilder<unknown> {
  const columns = Object.entries(spec.columns).map(([name, cast]) => sql`s.${sql.ref(name)}::${casts[cast]} as ${sql.ref(name)}`);
  const keys = sql.join(spec.key.map((name) => sql`s.${sql.ref(name)}::${casts[spec.columns[name] ?? 'text']}`));
  const mark = spec.remembered ? sql`, s.record_hash::bigint as record_hash` : sql``;
  return sql`select ${lastOnly ? sql`distinct on (${keys})` : sql``} ${sql.join(columns)}, s.import_id::uuid as import_id, s.line::int as import_line ${mark}
    from ${sql.table(spec.stage)} s where s.import_id = ${run.id} ${lastOnly ? sql`order by ${keys}, s.line::int desc` : sql``}`;
}

async function isEmpty(w: Write, table: string): Promise<boolean> {
  const found = await sql<{ one: number }>`select 1 as one from ${sql.table(table)} limit 1`.execute(w.db);
  return found.rows.length === 0;
}
