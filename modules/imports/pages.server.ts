// Pages of a region's imports in their order: its own and those modules plug in.
import type { Context } from '@zhkh/kernel/module.server';
import { type ImportsPage, importsPage, ownPages } from './contract.ts';

export function importsPages(ctx: Context): ImportsPage[] {
  return [...ownPages, ...ctx.plugs(importsPage)].toSorted((a, b) => a.order - b.order);
}
