// Keeps staged rows that could not be used with their import run: as values, or by a statement.
import { newId } from '@zhkh/kernel/db.server';
import type { Write } from '@zhkh/kernel/module.server';
import { type RawBuilder, sql } from 'kysely';
import type { RefusedRow } from '../contract.ts';

const CHUNK = 500;

export async function refuseRows(w: Write, importId: string, rows: readonly RefusedRow[] | RawBuilder<unknown>): Promise<number> {
  return isValues(rows) ? refuseValues(w, importId, rows) : refuseFound(w, importId, rows);
}

function isValues(rows: readonly RefusedRow[] | RawBuilder<unknown>): rows is readonly RefusedRow[] {
  return Array.isArray(rows);
}

async function refuseValues(w: Write, importId: string, rows: readonly RefusedRow[]): Promise<number> {
  for (let at = 0; at < rows.length; at += CHUNK)
    await w.db
      .insertInto('import_failed_row')
      .values(rows.slice(at, at + CHUNK).map((row) => ({ id: newId(), import_id: importId, entry: null, ...row })))
      .execute();
  return rows.length;
}

/** A line refused for several of its rows is kept once. */
async function refuseFound(w: Write, importId: string, found: RawBuilder<unknown>): Promise<number> {
  const kept = await sql<{ count: number }>`
    with refused as (${found}), kept as (
      insert into import_failed_row (id, import_id, line, field, reason, raw)
      select distinct on (line) id, ${importId}::uuid, line, field, reason, raw from refused order by line
      returning 1
    )
    select count(*) as count from kept`.execute(w.db);
  return Number(kept.rows[0]?.count ?? 0);
}
