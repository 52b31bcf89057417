// Room two: who is asking and in which region, worked out once per HTTP request however many loaders ask for it.
import type { Request as ExpressRequest, Response as ExpressResponse } from 'express';
import type { Actor } from '../module/actor.ts';
import { readControlSession, readSession } from '../auth/index.server.ts';
import { notFound } from '../errors/index.ts';
import { pickLocale } from '../i18n/pick-locale.ts';
import type { Context } from '../module/context.server.ts';
import type { AppName } from '../module/define-ui.ts';
import type { Tenant } from '../tenancy/tenant.ts';
import { controlPermissions } from './control-permissions.ts';
import type { ControlContext, HttpRuntime, RequestScope, SessionRead } from './load-context.server.ts';

export function createRequestScope(
  runtime: HttpRuntime,
  app: AppName,
  tenant: Tenant | null,
  req: ExpressRequest,
  res: ExpressResponse,
): RequestScope {
  const { cspNonce, requestId, host } = res.locals as { cspNonce: string; requestId: string; host: string };
  const origin = `${runtime.config.publicScheme}://${host}`;
  const bare = bareRequest(req, origin);
  const locale = pickLocale(bare);
  const t = runtime.parts.translatorFor(locale);
  const session = once(() => sessionOf(runtime, app, tenant, bare));
  const regions = new Map<string, Promise<Context>>();
  const facts = { locale, requestId };

  async function enter(region: Tenant | null | undefined, actor: Actor): Promise<Context> {
    if (!region) throw notFound();
    return runtime.contextFor(region, actor, facts);
  }

  function regionBySlug(slug: string): Promise<Context> {
    const known = regions.get(slug) ?? (async () => enter(await runtime.tenants.bySlug(slug), (await session()).actor))();
    regions.set(slug, known);
    return known;
  }

  const own = once(async () => enter(tenant, (await session()).actor));
  const control = once(async (): Promise<ControlContext> => {
    if (app === 'portal') throw notFound();
    const { actor, role } = await session();
    const log = runtime.log.child({ requestId });
    return {
      app,
      actor,
      permissions: controlPermissions(role),
      db: runtime.control,
      clock: runtime.clock,
      locale,
      t,
      log,
      requestId,
      region: regionBySlug,
    };
  });

  return {
    app,
    cspNonce,
    requestId,
    runtime,
    tenant,
    locale,
    t,
    session,
    isDataRequest: req.path.endsWith('.data') || '_data' in req.query,
    http: {
      address: req.ip ?? '',
      userAgent: (req.headers['user-agent'] ?? '').slice(0, 400),
      secure: runtime.config.publicScheme === 'https',
      origin,
    },
    requestContext: (slug) => (app === 'portal' ? own() : slug ? regionBySlug(slug) : Promise.reject(notFound())),
    controlContext: control,
  };
}

function sessionOf(runtime: HttpRuntime, app: AppName, tenant: Tenant | null, request: Request): Promise<SessionRead> {
  if (app !== 'portal') return readControlSession(runtime, app, request);
  if (!tenant) throw notFound();
  return readSession(runtime, tenant, request);
}

/** Address and cookies only: the body belongs to the handler. */
function bareRequest(req: ExpressRequest, origin: string): Request {
  const headers = new Headers();
  for (const name of ['cookie', 'accept-language', 'user-agent'] as const) {
    const value = req.headers[name];
    if (value) headers.set(name, value);
  }
  return new Request(new URL(req.originalUrl, origin), { headers });
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null;
  return () => {
    made ??= make();
    return made;
  };
}
