// Which hosts this process answers for: an exact table, never a pattern.
// Anything else is 421, a broken Host is 400.
import type { IncomingMessage } from 'node:http';
import type { AppName } from '../module/define-ui.ts';
import type { Tenant } from '../tenancy/tenant.ts';
import type { HttpRuntime } from './load-context.server.ts';

export type HostAnswer = { kind: 'known'; host: string; tenant: Tenant | null } | { kind: 'unknown' } | { kind: 'malformed' };

/** Lower case, without the scheme's own port; null when it is no host at all. */
export function readHost(
  request: Pick<IncomingMessage, 'headers' | 'rawHeaders' | 'url'>,
  scheme: 'http' | 'https',
): string | null {
  const given = request.rawHeaders.filter((name, index) => index % 2 === 0 && name.toLowerCase() === 'host');
  const host = (request.headers.host ?? '').toLowerCase();
  if (given.length !== 1 || !/^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?(:\d{1,5})?$/.test(host)) return null;
  // Absolute-form targets and `//evil/x` carry a host of their own.
  if (!request.url?.startsWith('/') || /^\/[/\\]/.test(request.url)) return null;
  return withoutStandardPort(host, scheme);
}

export function withoutStandardPort(host: string, scheme: 'http' | 'https'): string {
  return host.replace(scheme === 'https' ? /:443$/ : /:80$/, '');
}

export async function resolveHost(
  runtime: HttpRuntime,
  app: AppName,
  request: Pick<IncomingMessage, 'headers' | 'rawHeaders' | 'url'>,
): Promise<HostAnswer> {
  const { publicScheme, apps } = runtime.config;
  const host = readHost(request, publicScheme);
  if (host === null) return { kind: 'malformed' };
  if (app !== 'portal') {
    const own = withoutStandardPort(apps[app].host.toLowerCase(), publicScheme);
    return host === own ? { kind: 'known', host, tenant: null } : { kind: 'unknown' };
  }
  const tenant = await runtime.tenants.byHost(host);
  return tenant ? { kind: 'known', host, tenant } : { kind: 'unknown' };
}
