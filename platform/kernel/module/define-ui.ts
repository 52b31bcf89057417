// What a module adds to the browser: navigation, slots and words. No server code may be reachable from here.
import type { ReactNode } from 'react';
import type { Slot } from './define-contract.ts';

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

/** One module's component in a slot of somebody's page; its data comes from the server half (`fillSlot`) with the same id. */
export interface SlotFill {
  slot: Slot<unknown, unknown>;
  id: string;
  order: number;
  Component(props: { data: unknown }): ReactNode;
}

/** Draws what `fillSlot` loaded under this id. `Own` is that fill's data as the browser gets it. */
export function drawSlot<Data, Own extends Data>(
  slot: Slot<unknown, Data>,
  id: string,
  order: number,
  Component: (props: { data: Own }) => ReactNode,
): SlotFill {
  return { slot, id, order, Component };
}

export interface ModuleUi {
  id: string;
  nav: readonly NavEntry[];
  slots: readonly SlotFill[];
  /** Words per language; the namespace is the module's id. ru and en hold the same keys. */
  words: { ru: Record<string, unknown>; en: Record<string, unknown> };
}

export function defineUi(ui: ModuleUi): ModuleUi {
  return ui;
}
