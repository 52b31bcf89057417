// What registers told, for tests of the directory: a fact with the import it came by, a house that is gone.
import { newId, type TenantTables } from '@zhkh/kernel/db.server';
import type { Context } from '@zhkh/kernel/module.server';
import { type Selectable, sql } from 'kysely';

type FactTable =
  | 'capital_repair_house'
  | 'capital_repair_element'
  | 'capital_repair_work'
  | 'company_fact'
  | 'examination'
  | 'house_fact'
  | 'licence'
  | 'licence_house'
  | 'management_report'
  | 'offence'
  | 'precept'
  | 'tariff'
  | 'voting_decision'
  | 'voting_protocol';

/** Where `makeFact` says a fact comes from. */
export const SOURCE = { connector: 'test-register', file: 'register.csv', date: '2026-02-05', line: 2 };

/** One row of a register, by an import of its own; answers its id. */
export async function makeFact<T extends FactTable>(
  ctx: Context,
  table: T,
  facts: Partial<Selectable<TenantTables[T]>>,
): Promise<string> {
  const id = newId();
  const importId = newId();
  const origin = { fact_date: SOURCE.date, import_id: importId, import_line: SOURCE.line };
  const row = { id, source_key: `test:${id}`, ...origin, ...facts };
  const columns = Object.keys(row).map((name) => sql.ref(name));
  const at = ctx.clock.now();
  await ctx.write(async (w) => {
    await w.db
      .insertInto('import_run')
      .values({
        id: importId,
        connector: SOURCE.connector,
        file_name: SOURCE.file,
        file_sha256: null,
        file_bytes: null,
        encoding: null,
        delimiter: null,
        fact_date: SOURCE.date,
        state: 'done',
        started_at: at,
        finished_at: at,
        started_by: null,
        error: null,
        expires_at: null,
      })
      .execute();
    await sql`insert into ${sql.table(table)} (${sql.join(columns)}) values (${sql.join(Object.values(row))})`.execute(w.db);
  });
  return id;
}

/** The house stands no longer. */
export async function demolish(ctx: Context, houseId: string): Promise<string> {
  await ctx.write((w) => w.db.updateTable('house').set({ status: 'demolished' }).where('id', '=', houseId).execute());
  return houseId;
}
