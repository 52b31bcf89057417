// The modules of a region with how many of their settings it has changed, and a search over all settings.
import { forbidden } from '@zhkh/kernel/errors';
import type { Context, ModuleManifest, Registry } from '@zhkh/kernel/module.server';
import { changedNames, type DrawnSetting, leafOf, settingsForm, settingsNow, valueInWords } from '@zhkh/kernel/runtime.server';

export interface SettingsOfModule {
  module: string;
  title: string;
  description: string;
  total: number;
  changed: number;
}

export interface FoundSetting {
  module: string;
  moduleTitle: string;
  name: string;
  title: string;
  help: string;
  value: string;
}

/** `q` empty: nothing is searched. */
export async function settingsIndex(registry: Registry, ctx: Context, q: string) {
  if (!ctx.ability.can('platform.change-settings')) throw forbidden();
  const on = registry.modules.filter(({ id }) => ctx.modules.has(id));
  const drawn = await Promise.all(on.map((module) => drawModule(registry, ctx, module)));
  const withSettings = drawn.filter(({ form }) => form.length > 0);
  return {
    modules: withSettings.map(({ module, form, value }) => ({
      ...module,
      total: form.length,
      changed: changedNames(form, value, undefined).length,
    })) satisfies SettingsOfModule[],
    found: q.trim() === '' ? null : withSettings.flatMap((one) => search(ctx, one, q)),
  };
}

interface DrawnModule {
  module: Pick<SettingsOfModule, 'module' | 'title' | 'description'>;
  form: DrawnSetting[];
  value: unknown;
}

async function drawModule(
  registry: Registry,
  ctx: Context,
  { id, title, description, settings }: ModuleManifest,
): Promise<DrawnModule> {
  const { value } = await settingsNow(registry, ctx.db, id);
  return {
    module: { module: id, title: ctx.t(title), description: ctx.t(description) },
    form: settingsForm(settings, { module: id, locale: ctx.locale, t: ctx.t }),
    value,
  };
}

/** Every word of the question stands in the title, the help or the name. */
function search(ctx: Context, { module: { module, title }, form, value }: DrawnModule, q: string): FoundSetting[] {
  const asked = q.toLowerCase().split(/\s+/).filter(Boolean);
  const said = (one: DrawnSetting) => `${one.title} ${one.help} ${one.name}`.toLowerCase();
  return form
    .filter((one) => asked.every((word) => said(one).includes(word)))
    .map((one) => ({
      module,
      moduleTitle: title,
      name: one.name,
      title: one.title,
      help: one.help,
      value: valueInWords(one, leafOf(value, one.name), { module, locale: ctx.locale, t: ctx.t }),
    }));
}
