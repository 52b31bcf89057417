// The history of a module's settings, newest first, by page, with the names of those who changed them.
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
      .leftJoin('account', (join) =>
        join.on((eb) => eb(eb.cast<string>('account.id', 'text'), '=', eb.ref('setting_change.changed_by'))),
      )
      .select(['setting_change.id', 'setting_change.name', 'from_value', 'to_value', 'changed_at', 'changed_by', 'why'])
      .select(['account.name as person', 'account.email'])
      .orderBy('version', 'desc')
      .orderBy('setting_change.name')
      .limit(HISTORY_PAGE)
      .offset((page - 1) * HISTORY_PAGE)
      .execute(),
    ofModule.select((eb) => eb.fn.countAll<number>().as('n')).executeTakeFirstOrThrow(),
  ]);
  return {
    total: Number(counted.n),
    rows: rows.map((row) => ({
      id: row.id,
      name: row.name,
      from: row.from_value ?? undefined,
      to: row.to_value ?? undefined,
      at: row.changed_at,
      who: row.changed_by === null ? null : row.person || row.email || row.changed_by,
      why: row.why,
    })),
  };
}
