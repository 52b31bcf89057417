// A module's settings in one region: a row of JSON, parsed by the module's own schema so defaults are always there.
import { notFound } from '../errors/index.ts';
import { jsonb } from '../db/json.server.ts';
import type { Context, TenantDb, Write } from '../module/context.server.ts';
import type { Registry } from '../module/registry.server.ts';

function schemaOf(registry: Registry, module: string) {
  const found = registry.byId(module);
  if (!found) throw notFound('platform.module-off');
  return found.settings;
}

/** A change shows in every process within this time, like a switched module. */
const FRESH_MS = 700;

/** By the region's own connection: one region's settings can not be found under another's. */
const kept = new WeakMap<TenantDb, Map<string, { value: Promise<unknown>; readAt: number }>>();

export function readSettings<T>(registry: Registry, db: TenantDb, module: string): Promise<T> {
  const ofRegion = kept.get(db) ?? new Map<string, { value: Promise<unknown>; readAt: number }>();
  kept.set(db, ofRegion);
  const known = ofRegion.get(module);
  if (known && performance.now() - known.readAt < FRESH_MS) return known.value as Promise<T>;
  const value = parsedRow(registry, db, module);
  ofRegion.set(module, { value, readAt: performance.now() });
  value.catch(() => ofRegion.delete(module));
  return value as Promise<T>;
}

async function parsedRow(registry: Registry, db: TenantDb, module: string): Promise<unknown> {
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
  kept.delete(ctx.db);
  await w.audit('settings.changed', { type: 'module', id: module });
}
