// Door of search: PostgreSQL by default, an outside engine where the configuration names one.
import type { Config } from '../config/config.ts';
import type { Context } from '../module/context.server.ts';
import { meiliIndex, withEngine } from './meili-index.server.ts';
import type { SearchIndex } from './port.server.ts';
import { postgresIndex } from './postgres-index.server.ts';

export type { SearchDocument, SearchHit, SearchIndex } from './port.server.ts';

/** `name` is `<module>.<what>`: complaints.texts. */
export function searchIndex(
  ctx: Pick<Context, 'db' | 'clock' | 'tenant' | 'log'>,
  config: Pick<Config, 'meili'>,
  name: string,
): SearchIndex {
  const base = postgresIndex({ db: ctx.db, clock: ctx.clock, name });
  if (!config.meili) return base;
  const uid = `${ctx.tenant.slug}_${name.replaceAll('.', '_')}`;
  return withEngine(base, meiliIndex({ ...config.meili, uid }), ctx.log);
}
