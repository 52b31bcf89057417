// An outside Meilisearch for the same index.
// It only helps: documents stay in PostgreSQL, and without an answer in time PostgreSQL answers.
import { Meilisearch } from 'meilisearch';
import type { Logger } from 'pino';
import type { SearchIndex } from './port.server.ts';

export interface MeiliOptions {
  url: string;
  key: string;
  /** Region and index: one engine serves many regions, one index never two. */
  uid: string;
  timeoutMs?: number;
}

export function meiliIndex({ url, key, uid, timeoutMs = 1000 }: MeiliOptions): SearchIndex {
  const index = new Meilisearch({ host: url, apiKey: key, timeout: timeoutMs }).index<{
    id: string;
    title: string;
    body: string;
  }>(uid);
  return {
    put: async (documents) => {
      if (documents.length > 0) await index.addDocuments([...documents], { primaryKey: 'id' });
    },
    remove: async (ids) => {
      if (ids.length > 0) await index.deleteDocuments([...ids]);
    },
    find: async (query, limit = 20) => {
      const { hits } = await index.search(query.slice(0, 200), { limit, attributesToRetrieve: ['id', 'title'] });
      return hits.map(({ id, title }) => ({ id, title }));
    },
  };
}

/** `base` holds every document; `engine` may be away. */
export function withEngine(base: SearchIndex, engine: SearchIndex, log: Logger): SearchIndex {
  const away = (error: unknown) => log.warn({ err: error }, 'search engine did not answer, PostgreSQL does');
  return {
    put: async (documents) => {
      await base.put(documents);
      await engine.put(documents).catch(away);
    },
    remove: async (ids) => {
      await base.remove(ids);
      await engine.remove(ids).catch(away);
    },
    find: (query, limit) =>
      engine.find(query, limit).catch((error: unknown) => {
        away(error);
        return base.find(query, limit);
      }),
  };
}
