// Sources of a region: whatever its modules plug in.
import type { Context } from '@zhkh/kernel/module.server';
import type { Connector } from '../connector.ts';
import { type ImportSource, importSource } from '../contract.ts';
import { type Profile, profileConnectorId } from '../domain/profile.ts';

export function sourcesOf(ctx: Context): readonly ImportSource[] {
  return ctx.plugs(importSource);
}

/** Those a file may be given for. */
export function fileSourcesOf(ctx: Context): readonly ImportSource[] {
  return sourcesOf(ctx).filter((source) => !source.ownTransport);
}

export function connectorsOf(ctx: Context): readonly Connector[] {
  return sourcesOf(ctx).map((source) => source.connector);
}

/** As typed in the command line. */
export const sourceIdsOf = (ctx: Context): string[] => fileSourcesOf(ctx).map(({ connector }) => connector.id);

const PROFILE = profileConnectorId('');

/** Code of the mapping profile a connector's id names; null for any other connector. */
export function profileCodeIn(connectorId: string): Profile['code'] | null {
  return connectorId.startsWith(PROFILE) ? connectorId.slice(PROFILE.length) : null;
}

/** i18n key of a source's name by its connector's id; a source no module plugs in any more is called by its id. */
export function sourceTitles(ctx: Context): (connectorId: string) => string {
  const titles = new Map(sourcesOf(ctx).map(({ connector, title }) => [connector.id, title]));
  return (id) => titles.get(id) ?? (profileCodeIn(id) === null ? id : 'imports:runs.profile');
}
