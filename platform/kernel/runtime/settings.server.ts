// A module's settings in one region: a row of JSON, parsed by the module's own schema so defaults are always there.
import { notFound } from '../errors/index.ts';
import { jsonb } from '../db/json.server.ts';
import { forgetKept, keptFor } from '../db/kept.server.ts';
import type { Context, TenantDb, Write } from '../module/context.server.ts';
import type { Registry } from '../module/registry.server.ts';

function schemaOf(registry: Registry, module: string) {
  const found = registry.byId(module);
  if (!found) throw notFound('platform.module-off');
  return found.settings;
}

/** A change shows in every process within this time, like a switched module. */
const FRESH_MS = 700;

interface Scope {
  db: TenantDb;
  registry: Registry;
}

export function readSettings<T>(registry: Registry, db: TenantDb, module: string): Promise<T> {
  return keptFor({ registry, db }, FRESH_MS, parsedRow, module) as Promise<T>;
}

async function parsedRow({ registry, db }: Scope, module: string): Promise<unknown> {
  const schema = schemaOf(registry, module);
  const row = await db.selectFrom('setting').select('value').where('module', '=', module).executeTakeFirst();
  return schema.parse(row?.value ?? {});
}

/** Refuses (throws the schema's own error) what the module could not read back. */
export async function saveSettings(registry: Registry, ctx: Context, w: Write, module: string, value: unknown): Promise<void> {
  const parsed = schemaOf(registry, module).parse(value);
  const changedBy = 'accountId' in ctx.actor ? ctx.actor.accountId : null;
  const row = { value: jsonb<unknown>(parsed), changed_at: ctx.clock.now(), changed_by: changedBy };
  await w.db
    .insertInto('setting')
    .values({ module, ...row })
    .onConflict((conflict) => conflict.column('module').doUpdateSet(row))
    .execute();
  forgetKept({ registry, db: ctx.db }, parsedRow, module);
  await w.audit('settings.changed', { type: 'module', id: module });
}
