// What a module adds to the browser: navigation, slots and words. No server code may be reachable from here.
import type { ComponentType } from 'react';

export type AppName = 'portal' | 'partner' | 'superadmin';
/** Which navigation an entry stands in. `resident` is the tab bar, the others side navigation of a cabinet. */
export type Area = 'public' | 'resident' | 'company' | 'authority' | 'office' | 'partner' | 'operator';

export interface NavEntry {
  app: AppName;
  area: Area;
  /** Absolute path, or for superadmin's region pages a path with `:slug`. */
  to: string;
  /** i18n key in the module's namespace: `nav.inbox` */
  label: string;
  icon: string;
  /** Permission that makes the entry visible; absent = everyone in the area. */
  can?: string;
  order: number;
}

/** Fills a named slot of somebody else's page (`resident-home.card`, `house-page.panel`). `data` comes from the server part of the slot. */
export interface SlotFill<Data = unknown> {
  slot: string;
  id: string;
  order: number;
  Component: ComponentType<{ data: Data }>;
}

export interface ModuleUi {
  id: string;
  nav: readonly NavEntry[];
  // biome-ignore lint/suspicious/noExplicitAny: each fill has data of its own; the pair (server loader, component) is typed where it is declared
  slots: readonly SlotFill<any>[];
  /** Words per language; the namespace is the module's id. ru and en hold the same keys. */
  words: { ru: Record<string, unknown>; en: Record<string, unknown> };
}

export function defineUi(ui: ModuleUi): ModuleUi {
  return ui;
}
