// The history of a module's settings, newest first, by page, with the names of those who changed them.
import { isGuid } from '../../checks/index.ts';
import type { Context } from '../../module/context.server.ts';

export interface SettingChange {
  id: string;
  name: string;
  from: unknown;
  to: unknown;
  at: Date;
  /** Null = the region itself (a job, the first filling). */
  who: string | null;
  why: string | null;
}

export const HISTORY_PAGE = 20;

export async function settingsHistory(
  ctx: Context,
  module: string,
  page: number,
): Promise<{ rows: SettingChange[]; total: number }> {
  const ofModule = ctx.db.selectFrom('setting_change').where('setting_change.module', '=', module);
  const [rows, counted] = await Promise.all([
    ofModule
      .select(['setting_change.id', 'setting_change.name', 'from_value', 'to_value', 'changed_at', 'changed_by', 'why'])
      .orderBy('version', 'desc')
      .orderBy('setting_change.name')
      .limit(HISTORY_PAGE)
      .offset((page - 1) * HISTORY_PAGE)
      .execute(),
    ofModule.select((eb) => eb.fn.countAll<number>().as('n')).executeTakeFirstOrThrow(),
  ]);
  const people = await namesOf(ctx, rows);
  return {
    total: Number(counted.n),
    rows: rows.map((row) => ({
      id: row.id,
      name: row.name,
      from: row.from_value ?? undefined,
      to: row.to_value ?? undefined,
      at: row.changed_at,
      who: row.changed_by === null ? null : (people.get(row.changed_by) ?? row.changed_by),
      why: row.why,
    })),
  };
}

/** By the ids of one page, so that a region's accounts are found by their key. */
async function namesOf(ctx: Context, rows: readonly { changed_by: string | null }[]): Promise<Map<string, string>> {
  const ids = [...new Set(rows.flatMap(({ changed_by }) => (changed_by && isGuid(changed_by) ? [changed_by] : [])))];
  if (ids.length === 0) return new Map();
  const people = await ctx.db.selectFrom('account').select(['id', 'name', 'email']).where('id', 'in', ids).execute();
  return new Map(people.map(({ id, name, email }) => [id, name || email || id]));
}
