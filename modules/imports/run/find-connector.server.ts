// A connector by its id: one a module plugs in, or one a saved mapping profile of the region stands for.
import { invalid } from '@zhkh/kernel/errors';
import type { Context } from '@zhkh/kernel/module.server';
import type { Connector } from '../connector.ts';
import { profileTarget } from '../contract.ts';
import { profileByCode } from '../queries/profiles.server.ts';
import { profileCodeIn, sourcesOf } from './sources-of.server.ts';

/** How to read a source, and whom to wake when its facts are in. */
export interface FoundConnector {
  connector: Connector;
  onLoaded?(ctx: Context): void;
}

export async function findConnector(ctx: Context, id: string | Connector): Promise<FoundConnector> {
  if (typeof id !== 'string') return { connector: id };
  const source = sourcesOf(ctx).find(({ connector }) => connector.id === id);
  if (source) return source;
  const code = profileCodeIn(id);
  const profile = code === null ? null : await profileByCode(ctx, code);
  const target = ctx.plugs(profileTarget).find((one) => one.id === profile?.target);
  if (!profile || !target || profile.facts.length === 0)
    throw invalid('imports.unknown-connector', { params: { connector: id } });
  return { connector: target.connector(profile), onLoaded: target.onLoaded };
}
