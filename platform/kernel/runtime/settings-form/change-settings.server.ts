// The region's administrator saves a module's settings from the posted form, or puts one back to its default.
import type { z } from 'zod';
import { conflict, type FieldErrors, forbidden, invalid, notFound } from '../../errors/index.ts';
import type { Context, Write } from '../../module/context.server.ts';
import type { Registry } from '../../module/registry.server.ts';
import { forgetSettings, lockSettings, saveSettings, schemaOf } from '../settings.server.ts';
import { changedNames, type Posted, POSTED, postedNames, readPosted, type WrongSetting } from './posted-settings.ts';
import { describeSettings, leafOf, objectOf } from './describe-settings.ts';
import { type DrawnSetting, settingsForm, type SettingWords, valueInWords } from './settings-form.ts';

interface Change {
  module: string;
  /** Version the form was drawn from; if somebody saved since, their values are told and nothing is overwritten. */
  version: number;
  why: string | null;
}

export async function changeSettings(registry: Registry, ctx: Context, change: Change & { posted: Posted }): Promise<void> {
  const { schema, form, words } = open(registry, ctx, change.module);
  const known = postedNames(form);
  if (Object.keys(change.posted).some((name) => !known.has(name))) throw invalid('platform.bad-request');
  const read = readPosted(schema, form, change.posted);
  if (!read.ok) throw invalid('platform.form-invalid', { fields: fieldErrors(form, read.wrong) });
  await ctx.write(async (w) => {
    await refuseStale(registry, ctx, w, { ...change, form, words, value: read.value });
    const { value: now } = await lockSettings(registry, ctx, w, change.module);
    await saveSettings(registry, ctx, w, change.module, withInstallation(schema, read.value, now), change.why);
  });
  forgetSettings(registry, ctx, change.module);
}

export async function restoreSetting(registry: Registry, ctx: Context, change: Change & { name: string }): Promise<void> {
  const { schema, form, words } = open(registry, ctx, change.module);
  const field = form.find(({ name }) => name === change.name);
  if (!field) throw notFound();
  await ctx.write(async (w) => {
    const { value } = await lockSettings(registry, ctx, w, change.module);
    const restored = objectOf(form.map((one) => [one.name, one === field ? field.default : leafOf(value, one.name)] as const));
    await refuseStale(registry, ctx, w, { ...change, form: [field], words, value: restored });
    await saveSettings(registry, ctx, w, change.module, withInstallation(schema, restored, value), change.why);
  });
  forgetSettings(registry, ctx, change.module);
}

/** What the region chose, with the installation's settings as they stand. */
function withInstallation(schema: z.ZodType, chosen: unknown, now: unknown): Record<string, unknown> {
  return objectOf(
    describeSettings(schema).map(({ name, scope }) => [name, leafOf(scope === 'region' ? chosen : now, name)] as const),
  );
}

function open(registry: Registry, ctx: Context, module: string) {
  if (!ctx.ability.can('platform.change-settings')) throw forbidden();
  if (!ctx.modules.has(module)) throw notFound();
  const schema = schemaOf(registry, module);
  const words: SettingWords = { module, locale: ctx.locale, t: ctx.t };
  return { schema, words, form: settingsForm(schema, words) };
}

interface Attempt extends Change {
  form: readonly DrawnSetting[];
  words: SettingWords;
  value: unknown;
}

/** Throws a conflict that tells, at each field, what somebody else has saved since the form was drawn. */
async function refuseStale(registry: Registry, ctx: Context, w: Write, attempt: Attempt): Promise<void> {
  const { module, form, words, value } = attempt;
  const now = await lockSettings(registry, ctx, w, module);
  if (now.version === attempt.version) return;
  const rows = await w.db
    .selectFrom('setting_change')
    .select('name')
    .distinct()
    .where('module', '=', module)
    .where('version', '>', attempt.version)
    .execute();
  const touched = new Set(rows.map((row) => row.name));
  const overwritten = changedNames(form, value, now.value).filter((name) => touched.has(name));
  if (overwritten.length === 0) return;
  const fields: FieldErrors = { version: { key: 'platform:settings.stale' } };
  for (const field of form.filter(({ name }) => overwritten.includes(name)))
    fields[POSTED + field.name] = {
      key: 'platform:settings.saved-meanwhile',
      params: { value: valueInWords(field, leafOf(now.value, field.name), words) },
    };
  throw conflict('platform.settings-changed', { fields });
}

function fieldErrors(form: readonly DrawnSetting[], wrong: readonly WrongSetting[]): FieldErrors {
  return Object.fromEntries(
    wrong.map(({ name, what, line }) => {
      const field = form.find((one) => one.name === name);
      const params = { title: field?.title ?? name, range: field?.range ?? field?.help ?? '', line: line ?? 0 };
      return [POSTED + name, { key: `platform:settings.wrong.${line === undefined ? what : 'at-line'}`, params }];
    }),
  );
}
