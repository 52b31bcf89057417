// The default engine: Russian word forms over title and body, typing mistakes forgiven in the title only (long texts match everything).
import { sql } from 'kysely';
import type { TenantDb } from '../module/context.server.ts';
import type { Clock } from '../time/clock.ts';
import type { SearchDocument, SearchHit, SearchIndex } from './port.server.ts';
import '../db/tables/search.server.ts';

export function postgresIndex(options: { db: TenantDb; clock: Clock; name: string }): SearchIndex {
  const { db, clock, name } = options;
  return {
    put: (documents) => put(db, name, clock.now(), documents),
    remove: async (ids) => {
      if (ids.length === 0) return;
      await db
        .deleteFrom('search_document')
        .where('index_name', '=', name)
        .where('id', 'in', [...ids])
        .execute();
    },
    find: (query, limit = 20) => find(db, name, query, limit),
  };
}

async function put(db: TenantDb, name: string, now: Date, documents: readonly SearchDocument[]): Promise<void> {
  if (documents.length === 0) return;
  await db
    .insertInto('search_document')
    .values(documents.map(({ id, title, body }) => ({ index_name: name, id, title, body, updated_at: now })))
    .onConflict((oc) =>
      oc.columns(['index_name', 'id']).doUpdateSet((eb) => ({
        title: eb.ref('excluded.title'),
        body: eb.ref('excluded.body'),
        updated_at: eb.ref('excluded.updated_at'),
      })),
    )
    .execute();
}

/** One slip in a word of seven letters still passes; two words that only share an ending do not. */
const ALIKE = 0.45;

async function find(db: TenantDb, name: string, typed: string, limit: number): Promise<SearchHit[]> {
  const words = typed.trim().slice(0, 200);
  if (words === '') return [];
  const query = sql`websearch_to_tsquery('russian'::regconfig, ${words})`;
  const vector = sql`to_tsvector('russian'::regconfig, title || ' ' || body)`;
  return db
    .selectFrom('search_document')
    .select(['id', 'title'])
    .where('index_name', '=', name)
    .where(sql<boolean>`(${vector} @@ ${query} or word_similarity(${words}, title) >= ${ALIKE})`)
    .orderBy(sql`ts_rank(${vector}, ${query}) + word_similarity(${words}, title)`, 'desc')
    .orderBy('id')
    .limit(limit)
    .execute();
}
