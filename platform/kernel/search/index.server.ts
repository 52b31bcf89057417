// Door of search: PostgreSQL by default, an outside engine where the caller names one.
import type { Context } from '../module/context.server.ts';
import { meiliIndex, withEngine } from './meili-index.server.ts';
import type { SearchIndex } from './port.server.ts';
import { postgresIndex } from './postgres-index.server.ts';

export type { SearchDocument, SearchHit, SearchIndex } from './port.server.ts';

/** Where Meilisearch stands. */
export interface SearchEngine {
  url: string;
  key: string;
}

/** `name` is `<module>.<what>`: complaints.texts. */
export function searchIndex(
  ctx: Pick<Context, 'db' | 'clock' | 'tenant' | 'log'>,
  name: string,
  engine: SearchEngine | null = null,
): SearchIndex {
  const base = postgresIndex({ db: ctx.db, clock: ctx.clock, name });
  if (!engine) return base;
  const uid = `${ctx.tenant.slug}_${name.replaceAll('.', '_')}`;
  return withEngine(base, meiliIndex({ ...engine, uid }), ctx.log);
}
