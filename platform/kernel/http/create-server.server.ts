// The HTTP server of one app.
// The order of what is mounted here is the order a request walks through (design: room one).
import path from 'node:path';
import type { ServerBuild } from '@remix-run/node';
import express, { type ErrorRequestHandler, type Express, type Request, type RequestHandler } from 'express';
import { newId } from '../db/ids.ts';
import type { AppName } from '../module/define-ui.ts';
import type { Tenant } from '../tenancy/tenant.ts';
import { accessLog } from './access-log.server.ts';
import { alive, readiness } from './health.server.ts';
import { resolveHost } from './hosts.server.ts';
import type { ControlContext, HttpRuntime } from './load-context.server.ts';
import { mountEndpoints } from './mount-endpoints.server.ts';
import { MAX_BODY_BYTES } from './multipart.server.ts';
import { isForeign } from './origin-check.server.ts';
import { isOutage } from './outage.server.ts';
import { sendPlainPage } from './plain-page.server.ts';
import { routesWithoutPolicy } from './policy.server.ts';
import { RETRY_AFTER } from './refusals.server.ts';
import { remixHandler } from './remix-handler.server.ts';
import { createRequestScope } from './request-context.server.ts';
import { securityHeaders } from './security-headers.server.ts';
import { staticFiles } from './static-files.server.ts';

export interface AppServerOptions {
  app: AppName;
  /** The app's own folder: `build/client` is served from it. */
  folder: string;
  runtime: HttpRuntime;
  /** The compiled app; called again per request in development. */
  build(): Promise<ServerBuild>;
  /** Vite's middleware in development. */
  vite?: RequestHandler;
  /** Mounted after host and Origin checks, before Remix: the board of queues. */
  before?(server: Express, tools: ServerTools): void;
  isStopping?(): boolean;
  /** Largest body of a request; a route's own caps stand below. */
  maxBodyBytes?: number;
}

export interface ServerTools {
  runtime: HttpRuntime;
  /** Who is signed in to the control plane; null for nobody. */
  control(req: Request, res: express.Response): Promise<ControlContext | null>;
}

/** Throws when a route of the build would answer without a gate. */
export async function createAppServer(options: AppServerOptions): Promise<Express> {
  const { app, runtime, folder, vite } = options;
  const build = await options.build();
  assertPolicies(app, build);
  const server = express();
  server.disable('x-powered-by');
  server.set('trust proxy', runtime.config.trustProxyHops || false);
  server.set('query parser', 'simple');
  server.get('/healthz', alive);
  server.get('/readyz', readiness(runtime, options.isStopping ?? (() => false)));
  server.use(
    identify,
    accessLog(runtime.log),
    securityHeaders({ https: runtime.config.publicScheme === 'https', dev: vite !== undefined }),
  );
  server.use(knownHost(runtime, app), bodyLimit(runtime, options.maxBodyBytes ?? MAX_BODY_BYTES));
  if (vite) server.use(vite);
  server.use(staticFiles(path.join(folder, 'build', 'client')));
  if (app === 'portal') mountEndpoints(server, runtime);
  server.use(sameOrigin(runtime));
  options.before?.(server, { runtime, control: controlOf(runtime, app) });
  server.all('/{*splat}', remixHandler(options, build));
  server.use(failed(runtime));
  return server;
}

function assertPolicies(app: AppName, build: ServerBuild): void {
  const bare = routesWithoutPolicy(build);
  if (bare.length > 0)
    throw new Error(`${app}: these handlers do not come from the builders and have no policy:\n  ${bare.join('\n  ')}`);
}

const identify: RequestHandler = (_req, res, next) => {
  res.locals.requestId = newId();
  res.setHeader('X-Request-Id', res.locals.requestId as string);
  next();
};

const words = (runtime: HttpRuntime) => runtime.parts.translatorFor('ru');

function knownHost(runtime: HttpRuntime, app: AppName): RequestHandler {
  return async (req, res, next) => {
    // Remix's adapter would build addresses from it whatever the proxy settings say.
    delete req.headers['x-forwarded-host'];
    const answer = await resolveHost(runtime, app, req);
    if (answer.kind === 'malformed') return sendPlainPage(res, 400, words(runtime));
    if (answer.kind === 'unknown') return sendPlainPage(res, 421, words(runtime));
    req.headers.host = answer.host;
    Object.assign(res.locals, { host: answer.host, tenant: answer.tenant, tenantSlug: answer.tenant?.slug });
    if (answer.tenant && answer.tenant.state !== 'active')
      return sendPlainPage(res, 503, words(runtime), { key: 'closed', headers: { 'Retry-After': '3600' } });
    next();
  };
}

/** A longer body is refused before it is read. */
function bodyLimit(runtime: HttpRuntime, max: number): RequestHandler {
  return (req, res, next) => {
    if (Number(req.headers['content-length'] ?? 0) <= max) return next();
    sendPlainPage(res, 413, words(runtime), { headers: { Connection: 'close' } });
  };
}

function sameOrigin(runtime: HttpRuntime): RequestHandler {
  return (req, res, next) => {
    const own = `${runtime.config.publicScheme}://${String(res.locals.host)}`;
    if (!isForeign(req.method, req.headers, own)) return next();
    sendPlainPage(res, 403, words(runtime), { text: 'platform:errors.wrong-origin' });
  };
}

function controlOf(runtime: HttpRuntime, app: AppName): ServerTools['control'] {
  return async (req, res) => {
    const control = await createRequestScope(runtime, app, res.locals.tenant as Tenant | null, req, res).controlContext();
    return control.actor.kind === 'anonymous' ? null : control;
  };
}

/** Four parameters make it Express's error handler. */
function failed(runtime: HttpRuntime): ErrorRequestHandler {
  return (error: unknown, _req, res, _next) => {
    const status = statusOf(error);
    const { requestId } = res.locals as { requestId?: string };
    if (status >= 500) runtime.log.error({ err: error, requestId }, 'request failed');
    sendPlainPage(res, status, words(runtime), status === 503 ? { headers: { 'Retry-After': String(RETRY_AFTER) } } : {});
  };
}

function statusOf(error: unknown): number {
  if (isOutage(error)) return 503;
  const status = (error as { status?: unknown } | null)?.status;
  return typeof status === 'number' && [400, 404, 413].includes(status) ? status : 500;
}
