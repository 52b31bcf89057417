// A connector by its id: one of the product's, or one a saved mapping profile of the region stands for.
import { invalid } from '@zhkh/kernel/errors';
import type { Context } from '@zhkh/kernel/module.server';
import { profileByCode } from '../queries/profiles.server.ts';
import type { Connector } from './frame/connector.ts';
import { exchangeConnectors } from './gis-exchange/exchange-connector.server.ts';
import { profileConnector } from './profile/connector.server.ts';
import { connectorsOf } from './sources-of.server.ts';

export async function findConnector(ctx: Context, connector: string | Connector): Promise<Connector> {
  if (typeof connector !== 'string') return connector;
  const known = [...connectorsOf(ctx), ...exchangeConnectors].find((one) => one.id === connector);
  if (known) return known;
  const profile = connector.startsWith('profile-') ? await profileByCode(ctx, connector.slice('profile-'.length)) : null;
  if (!profile || profile.facts.length === 0) throw invalid('directory.unknown-connector', { params: { connector } });
  return profileConnector(profile);
}
