// Table templates of a region's sources.
import type { Context } from '@zhkh/kernel/module.server';
import type { Template } from '../contract.ts';
import { sourcesOf } from './sources-of.server.ts';

export interface SourceTemplate extends Template {
  /** Id of the connector that reads it. */
  id: string;
  /** i18n key of the source's name. */
  title: string;
}

export function templatesOf(ctx: Context): SourceTemplate[] {
  return sourcesOf(ctx).flatMap(({ connector, title, template }) => (template ? [{ id: connector.id, title, ...template }] : []));
}
