// A module's settings in one region: a row of JSON read through the module's schema, kept for a moment; every change leaves its history.
import { isDeepStrictEqual } from 'node:util';
import type { z } from 'zod';
import { newId } from '../db/ids.ts';
import { jsonb } from '../db/json.server.ts';
import { forgetKept, keptFor } from '../db/kept.server.ts';
import { notFound } from '../errors/index.ts';
import type { Context, TenantDb, TenantTransaction, Write } from '../module/context.server.ts';
import type { Registry } from '../module/registry.server.ts';
import { describeSettings, leafOf } from './settings-form/describe-settings.ts';
import { changedNames, ownChoices } from './settings-form/posted-settings.ts';

export function schemaOf(registry: Registry, module: string): z.ZodType {
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
  return keptFor({ registry, db }, FRESH_MS, valueNow, module) as Promise<T>;
}

const valueNow = async ({ registry, db }: Scope, module: string) => (await settingsNow(registry, db, module)).value;

export interface SettingsNow {
  value: unknown;
  /** Grows with each change; 0 = nobody has changed anything. */
  version: number;
}

/** Past the cache: what the page of settings shows and compares. */
export async function settingsNow(registry: Registry, db: TenantDb | TenantTransaction, module: string): Promise<SettingsNow> {
  const schema = schemaOf(registry, module);
  const row = await db.selectFrom('setting').select(['value', 'version']).where('module', '=', module).executeTakeFirst();
  return { value: schema.parse(row?.value ?? {}), version: row?.version ?? 0 };
}

/** The settings as they stand, held until the transaction ends: of two who save at once the second sees the first. */
export async function lockSettings(registry: Registry, ctx: Context, w: Write, module: string): Promise<SettingsNow> {
  const empty = { module, value: jsonb<unknown>({}), changed_at: ctx.clock.now(), changed_by: null };
  await w.db
    .insertInto('setting')
    .values(empty)
    .onConflict((conflict) => conflict.column('module').doNothing())
    .execute();
  await w.db.selectFrom('setting').select('module').where('module', '=', module).forUpdate().execute();
  return settingsNow(registry, w.db, module);
}

/** Refuses (throws the schema's own error) what the module could not read back. */
export async function saveSettings(
  registry: Registry,
  ctx: Context,
  w: Write,
  module: string,
  value: unknown,
  why: string | null = null,
): Promise<void> {
  const schema = schemaOf(registry, module);
  const parsed = schema.parse(value);
  const before = await lockSettings(registry, ctx, w, module);
  if (isDeepStrictEqual(parsed, before.value)) return;
  const stamp = { changed_at: ctx.clock.now(), changed_by: 'accountId' in ctx.actor ? ctx.actor.accountId : null };
  const fields = describeSettings(schema);
  const version = before.version + 1;
  await w.db
    .updateTable('setting')
    .set({ value: jsonb<unknown>(ownChoices(schema, fields, parsed)), version, ...stamp })
    .where('module', '=', module)
    .execute();
  const changes = changedNames(fields, parsed, before.value).map((name) => ({
    id: newId(),
    module,
    name,
    version,
    from_value: jsonOf(leafOf(before.value, name)),
    to_value: jsonOf(leafOf(parsed, name)),
    why,
    ...stamp,
  }));
  if (changes.length > 0) await w.db.insertInto('setting_change').values(changes).execute();
  forgetSettings(registry, ctx, module);
  await w.audit('settings.changed', { type: 'module', id: module });
}

/** A setting left empty is null. */
const jsonOf = (value: unknown) => jsonb<unknown>(value ?? null);

/** This process reads them anew; the others do when their moment is over. */
export function forgetSettings(registry: Registry, ctx: Pick<Context, 'db'>, module: string): void {
  forgetKept({ registry, db: ctx.db }, valueNow, module);
}
