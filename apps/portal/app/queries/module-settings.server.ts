// One module's settings as its page shows them: groups of fields with their values, and the history of changes.
import { forbidden, notFound } from '@zhkh/kernel/errors';
import type { Context, Registry } from '@zhkh/kernel/module.server';
import {
  changedNames,
  type DrawnSetting,
  HISTORY_PAGE,
  postedOf,
  settingsForm,
  settingsHistory,
  settingsNow,
  type SettingWords,
  valueInWords,
} from '@zhkh/kernel/runtime.server';

export interface ShownSetting extends DrawnSetting {
  isChanged: boolean;
}

export interface SettingGroup {
  id: string;
  title: string | null;
  settings: ShownSetting[];
}

export interface ShownChange {
  id: string;
  title: string;
  from: string;
  to: string;
  at: string;
  who: string | null;
  why: string | null;
}

export async function moduleSettings(registry: Registry, ctx: Context, id: string, page: number) {
  if (!ctx.ability.can('platform.change-settings')) throw forbidden();
  const module = ctx.modules.has(id) ? registry.byId(id) : undefined;
  if (!module) throw notFound();
  const words: SettingWords = { module: id, locale: ctx.locale, t: ctx.t };
  const form = settingsForm(module.settings, words);
  if (form.length === 0) throw notFound();
  const [now, history] = await Promise.all([settingsNow(registry, ctx.db, id), settingsHistory(ctx, id, page)]);
  const changed = new Set(changedNames(form, now.value, undefined));
  const shown = form.map((one) => ({ ...one, isChanged: changed.has(one.name) }));
  return {
    moduleTitle: ctx.t(module.title),
    version: now.version,
    values: postedOf(form, now.value),
    groups: groupsOf(shown, module.settingGroups, (group) => ctx.t(`${id}:settingGroups.${group}`)),
    changes: history.rows.map(({ id: row, name, from, to, at, who, why }): ShownChange => {
      const field = form.find((one) => one.name === name);
      const say = (value: unknown) => valueInWords(field, value, words);
      return { id: row, title: field?.title ?? name, from: say(from), to: say(to), at: at.toISOString(), who, why };
    }),
    total: history.total,
    page,
    size: HISTORY_PAGE,
  };
}

function groupsOf(
  settings: ShownSetting[],
  groups: Readonly<Record<string, readonly string[]>> | undefined,
  titleOf: (group: string) => string,
): SettingGroup[] {
  if (!groups) return [{ id: 'all', title: null, settings }];
  return Object.entries(groups).map(([id, names]) => ({
    id,
    title: titleOf(id),
    settings: names.flatMap((name) => settings.find((one) => one.name === name) ?? []),
  }));
}
