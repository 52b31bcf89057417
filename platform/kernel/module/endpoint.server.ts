// Declares cookie-less machine endpoints (webhooks, Open311, tills), mounted before Remix.
import type { z } from 'zod';
import type { Context } from './context.server.ts';

export interface EndpointRequest<Query = unknown> {
  method: string;
  path: string;
  headers: Headers;
  query: Query;
  /** Raw bytes, before any parser: signatures are checked on these. */
  body: Uint8Array;
}

export interface EndpointResponse {
  status: number;
  headers?: Record<string, string>;
  /** A stream is sent piece by piece as fast as the client takes it, packed where the client can unpack. */
  body?: string | Uint8Array | AsyncIterable<string>;
}

export interface Endpoint {
  /** `/api/open311/v2/services.json` */
  path: string;
  method: 'GET' | 'POST';
  module: string;
  can: string;
  query?: z.ZodType;
  run(input: { ctx: Context; request: EndpointRequest<never> }): Promise<EndpointResponse>;
}
