// Asks the views `invariant_*` of a region: each returns rows only when something is broken.
import { type Kysely, sql } from 'kysely';
import type { TenantTables } from '../db/tables/index.server.ts';

export interface BrokenInvariant {
  view: string;
  rows: number;
}

export async function brokenInvariants(db: Kysely<TenantTables>): Promise<BrokenInvariant[]> {
  const views = await sql<{ name: string }>`
    select viewname::text as name from pg_views where schemaname = current_schema() and viewname like 'invariant\\_%' order by 1`.execute(
    db,
  );
  const broken: BrokenInvariant[] = [];
  for (const { name } of views.rows) {
    const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.id(name)}`.execute(db);
    const found = rows[0]?.n ?? 0;
    if (found > 0) broken.push({ view: name, rows: found });
  }
  return broken;
}
