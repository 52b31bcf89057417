// Machine endpoints of the modules, mounted before Remix: no cookie is read, the raw body is theirs to verify.
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import express, { type Express, type Request, type Response } from 'express';
import { anonymous } from '../module/actor.ts';
import { isAppError } from '../errors/index.ts';
import type { Context } from '../module/context.server.ts';
import type { Tenant } from '../tenancy/tenant.ts';
import type { Endpoint, EndpointResponse } from '../module/endpoint.server.ts';
import type { HttpRuntime } from './load-context.server.ts';
import { asRefusable, isBadValue } from './outage.server.ts';
import { RETRY_AFTER } from './refusals.server.ts';
import { MalformedRequest, readScalars } from './scalars.server.ts';

const MAX_BODY = '1mb';

export function mountEndpoints(server: Express, runtime: HttpRuntime): void {
  for (const endpoint of runtime.registry.modules.flatMap((module) => module.endpoints)) {
    const handler = (req: Request, res: Response) => void answer(runtime, endpoint, req, res);
    const raw = express.raw({ type: () => true, limit: MAX_BODY, inflate: false });
    if (endpoint.method === 'GET') server.get(endpoint.path, handler);
    else server.post(endpoint.path, raw, handler);
  }
}

async function answer(runtime: HttpRuntime, endpoint: Endpoint, req: Request, res: Response): Promise<void> {
  const {
    status,
    headers,
    body = '',
  } = await serve(runtime, endpoint, req, res).catch((error: unknown) => refuse(runtime, res, error));
  res.status(status).set({ 'Cache-Control': 'no-store', 'Content-Type': 'application/json; charset=utf-8', ...headers });
  if (typeof body === 'string') res.send(body);
  else if (body instanceof Uint8Array) res.send(Buffer.from(body));
  else await sendStream(runtime, body, req, res);
}

/** What fails half-way breaks the connection: a cut file must not look whole. */
async function sendStream(runtime: HttpRuntime, body: AsyncIterable<string>, req: Request, res: Response): Promise<void> {
  res.vary('Accept-Encoding');
  if (req.method === 'HEAD') return void res.end();
  const packed = req.acceptsEncodings('gzip') === 'gzip';
  if (packed) res.set('Content-Encoding', 'gzip');
  const text = Readable.from(body, { objectMode: false });
  await (packed ? pipeline(text, createGzip({ level: 5 }), res) : pipeline(text, res)).catch((error: unknown) => {
    if (!req.destroyed) runtime.log.warn({ err: error, requestId: res.locals.requestId as string }, 'a stream ended early');
  });
}

async function serve(runtime: HttpRuntime, endpoint: Endpoint, req: Request, res: Response): Promise<EndpointResponse> {
  const { tenant, requestId } = res.locals as { tenant: Tenant | null; requestId: string };
  if (!tenant) return said(404, 'platform.not-found');
  const ctx: Context = await runtime.contextFor(tenant, anonymous, { locale: 'ru', requestId });
  if (!ctx.modules.has(endpoint.module)) return said(404, 'platform.not-found');
  if (endpoint.can !== 'public' && !ctx.ability.can(endpoint.can)) return said(403, 'platform.forbidden');
  const query = parseQuery(endpoint, req);
  const request = {
    method: req.method,
    path: req.path,
    headers: headersOf(req),
    query: query as never,
    body: Buffer.isBuffer(req.body) ? req.body : new Uint8Array(),
  };
  return endpoint.run({ ctx, request });
}

function parseQuery(endpoint: Endpoint, req: Request): unknown {
  if (!endpoint.query) return {};
  const entries = [...new URL(req.originalUrl, 'http://local.invalid').searchParams];
  const parsed = endpoint.query.safeParse({ ...readScalars(entries, endpoint.query).input });
  if (!parsed.success) throw new MalformedRequest('query');
  return parsed.data;
}

function headersOf(req: Request): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(req.headers)) {
    if (name !== 'cookie' && value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  return headers;
}

function refuse(runtime: HttpRuntime, res: Response, error: unknown): EndpointResponse {
  if (error instanceof MalformedRequest || isBadValue(error)) return said(400, 'platform.bad-request');
  const known = asRefusable(error);
  if (known && isAppError(known))
    return {
      ...said(known.status, known.code),
      ...(known.status === 503 && { headers: { 'Retry-After': String(RETRY_AFTER) } }),
    };
  runtime.log.error({ err: error, requestId: res.locals.requestId as string }, 'endpoint failed');
  return said(500, 'platform.failed');
}

const said = (status: number, code: string): EndpointResponse => ({ status, body: JSON.stringify({ error: code }) });
