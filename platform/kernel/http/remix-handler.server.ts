// Hands a request over to Remix with the scope of this very request.
import { createRequestHandler } from '@remix-run/express';
import type { AppLoadContext, ServerBuild } from '@remix-run/node';
import { isRouteErrorResponse } from '@remix-run/react';
import type { RequestHandler } from 'express';
import type { AppName } from '../module/define-ui.ts';
import type { Tenant } from '../tenancy/tenant.ts';
import type { HttpRuntime, RequestScope } from './load-context.server.ts';
import { createRequestScope } from './request-context.server.ts';

interface Options {
  app: AppName;
  runtime: HttpRuntime;
  build(): Promise<ServerBuild>;
  vite?: unknown;
}

type HandleError = NonNullable<ServerBuild['entry']['module']['handleError']>;

/** Router's own answers to addresses and methods nobody serves: the access log has them. */
const isRefusal = (error: unknown) => isRouteErrorResponse(error) && error.status < 500;

/** Remix would print errors as they are; they may hold what people typed, so they go through the log that scrubs. */
function withErrorLog(build: ServerBuild, runtime: HttpRuntime): ServerBuild {
  const handleError: HandleError = (error, { request, context }) => {
    if (request.signal.aborted || isRefusal(error)) return;
    const { requestId, tenant } = context as unknown as RequestScope;
    runtime.log.error({ err: error, requestId, tenant: tenant?.slug }, 'page failed');
  };
  return { ...build, entry: { ...build.entry, module: { ...build.entry.module, handleError } } };
}

/** `first` is the build that passed the start-up check. A build given as a function is derived anew for every request: for development only. */
export function remixHandler({ app, runtime, build, vite }: Options, first: ServerBuild): RequestHandler {
  const handle = createRequestHandler({
    build: vite ? async () => withErrorLog(await build(), runtime) : withErrorLog(first, runtime),
    mode: vite ? 'development' : 'production',
    getLoadContext: (req, res) =>
      createRequestScope(runtime, app, res.locals.tenant as Tenant | null, req, res) as unknown as AppLoadContext,
  });
  return (req, res, next) => void handle(req, res, next);
}
