// Measures the limit: server-side COPY of the same rows into tables with the same checks and indexes.
import postgres from 'postgres';
import { SCHEMA } from '../../testing/ground.ts';

export interface Baseline {
  /** Files of the rows as they stand in the region now. */
  dump(): Promise<void>;
  /** Loads the files into fresh tables; seconds and rows. */
  load(): Promise<{ seconds: number; rows: number }>;
  /** Names of tables whose rows are not the same here and there. */
  differences(): Promise<string[]>;
  emptyRegion(): Promise<void>;
  close(): Promise<void>;
}

/** As superuser of the throw-away cluster: COPY of a file is read by the server itself. */
export async function openBaseline(url: string, folder: string, tables: readonly string[]): Promise<Baseline> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  const file = (table: string) => `'${folder}/${table}.copy'`;
  const each = async (statement: (table: string) => string) => {
    for (const table of tables) await sql.unsafe(statement(table));
  };
  await sql.unsafe('create schema if not exists yardstick');
  return {
    dump: () => each((table) => `copy ${SCHEMA}.${table} to ${file(table)}`),
    async load() {
      await each((table) => `drop table if exists yardstick.${table}`);
      await each((table) => `create table yardstick.${table} (like ${SCHEMA}.${table} including all)`);
      await sql.unsafe('checkpoint');
      const started = performance.now();
      let rows = 0;
      await sql.begin(async (tx) => {
        for (const table of tables) rows += (await tx.unsafe(`copy yardstick.${table} from ${file(table)}`)).count;
      });
      return { seconds: (performance.now() - started) / 1000, rows };
    },
    async differences() {
      const differing: string[] = [];
      for (const table of tables) {
        const [sums] = await sql.unsafe<{ same: boolean }[]>(
          `select (${sumOf(`${SCHEMA}.${table}`)}) is not distinct from (${sumOf(`yardstick.${table}`)}) as same`,
        );
        if (!sums?.same) differing.push(table);
      }
      return differing;
    },
    async emptyRegion() {
      const found = await sql<{ name: string }[]>`
        select tablename as name from pg_tables where schemaname = ${SCHEMA} and (tablename like 'stage\\_%' or tablename = any(${[...tables, 'import_failed_row', 'import_run']}))`;
      await sql.unsafe(`truncate ${found.map(({ name }) => `${SCHEMA}.${name}`).join(', ')} cascade`);
      await sql.unsafe(`delete from ${SCHEMA}.gar_type where import_id is not null`);
      await sql.unsafe('checkpoint');
    },
    close: () => sql.end(),
  };
}

function sumOf(table: string): string {
  return `select row(count(*), sum(hashtextextended(t::text, 0)))::text from ${table} t`;
}
