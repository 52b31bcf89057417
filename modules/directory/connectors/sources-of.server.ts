// Sources of a region: the directory's own, then those other modules plug in.
import type { Context } from '@zhkh/kernel/module.server';
import { importSource } from '../contract.ts';
import type { Connector } from './frame/connector.ts';
import { connectors } from './registry.server.ts';
import { type Template, templates } from './templates.ts';

export function connectorsOf(ctx: Context): readonly Connector[] {
  return [...connectors, ...ctx.plugs(importSource).map((source) => source.connector)];
}

/** As typed in the command line. */
export const sourceIdsOf = (ctx: Context): string[] => connectorsOf(ctx).map((connector) => connector.id);

export function templatesOf(ctx: Context): readonly Template[] {
  const plugged = ctx.plugs(importSource).map(({ connector, columns, help }) => ({ id: connector.id, columns, help }));
  return [...templates, ...plugged];
}
