// Reads the query of a URL by the route's schema; parameters of search engines and ads are dropped.
import type { z } from 'zod';
import { MalformedRequest, readScalars } from './scalars.server.ts';

const FOREIGN = /^(utm_[a-z_]+|ysclid|yclid|gclid|fbclid|_openstat)$/;
/** Remix's own keys and the choice of language: they never reach a handler's schema. */
const INTERNAL = new Set(['_routes', '_data', 'index', 'lang']);

export function readQuery(request: Request, schema: z.ZodType | undefined): unknown {
  if (!schema) return {};
  const entries = [...new URL(request.url).searchParams].filter(([name]) => !FOREIGN.test(name) && !INTERNAL.has(name));
  const parsed = schema.safeParse({ ...readScalars(entries, schema).input });
  if (!parsed.success) throw new MalformedRequest(`query ${parsed.error.issues.map((issue) => issue.path.join('.')).join(', ')}`);
  return parsed.data;
}
