// Hands a request over to Remix with the scope of this very request.
import { createRequestHandler } from '@remix-run/express';
import type { AppLoadContext, ServerBuild } from '@remix-run/node';
import type { RequestHandler } from 'express';
import type { AppName } from '../module/define-ui.ts';
import type { Tenant } from '../tenancy/tenant.ts';
import type { HttpRuntime } from './load-context.server.ts';
import { createRequestScope } from './request-context.server.ts';

interface Options {
  app: AppName;
  runtime: HttpRuntime;
  build(): Promise<ServerBuild>;
  vite?: unknown;
}

export function remixHandler({ app, runtime, build, vite }: Options): RequestHandler {
  const handle = createRequestHandler({
    build,
    mode: vite ? 'development' : 'production',
    getLoadContext: (req, res) =>
      createRequestScope(runtime, app, res.locals.tenant as Tenant | null, req, res) as unknown as AppLoadContext,
  });
  return (req, res, next) => void handle(req, res, next);
}
