// Search as people type: word forms, mistakes, nonsense; the outside engine, and PostgreSQL when it is away.
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Context } from '../module/context.server.ts';
import { systemIn } from '@zhkh/tools/testing';
import { type TwoRegions, twoRegions } from '@zhkh/tools/testing';
import { searchIndex } from './index.server.ts';

let regions: TwoRegions;
let ctx: Context;
const documents = [
  { id: 'a', title: 'Протекает крыша', body: 'Вода на лестничной площадке' },
  { id: 'b', title: 'Отопление', body: 'Холодные батареи в подъезде' },
];
beforeAll(async () => {
  regions = await twoRegions([]);
  ctx = await systemIn(regions, 'tyumen');
  await searchIndex(ctx, 'test.texts').put(documents);
});
afterAll(() => regions.close());

const ids = async (query: string) => (await searchIndex(ctx, 'test.texts').find(query)).map((hit) => hit.id);

describe('PostgreSQL', () => {
  it('finds word forms and forgives mistakes in the title', async () => {
    expect([await ids('крыши'), await ids('подъезды'), await ids('отоплние')]).toEqual([['a'], ['b'], ['b']]);
  });
  it.each(['', '   ', "'", '& | !', '"', '%', '(((', '\u0000', 'x'.repeat(5000)])(
    'finds nothing in %j and does not fail',
    async (query) => {
      expect(await ids(query.replaceAll('\u0000', ''))).toEqual([]);
    },
  );
  it('replaces, removes, and keeps indexes and regions apart', async () => {
    const index = searchIndex(ctx, 'test.other');
    await index.put([{ id: 'a', title: 'Лифт', body: '' }]);
    await index.put([{ id: 'a', title: 'Лифт стоит', body: '' }]);
    expect(await index.find('лифт')).toEqual([{ id: 'a', title: 'Лифт стоит' }]);
    expect(await ids('лифт')).toEqual([]);
    await index.remove(['a']);
    expect(await index.find('лифт')).toEqual([]);
    expect(await searchIndex(await systemIn(regions, 'omsk'), 'test.texts').find('крыша')).toEqual([]);
  });
});

describe('Meilisearch', () => {
  it('is asked in an index of the region with its key; away, PostgreSQL answers', async () => {
    const seen: string[] = [];
    const server = http.createServer((req, res) => {
      seen.push(`${req.method} ${req.url} ${req.headers.authorization}`);
      res.setHeader('Content-Type', 'application/json');
      res.end(
        req.url?.endsWith('/search')
          ? JSON.stringify({ hits: [{ id: 'm', title: 'Из движка' }], query: '' })
          : JSON.stringify({ taskUid: 1, status: 'enqueued' }),
      );
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const index = searchIndex(ctx, 'test.texts', { url, key: 'k' });
    await index.put(documents);
    expect(await index.find('крыша')).toEqual([{ id: 'm', title: 'Из движка' }]);
    expect(seen).toEqual([
      expect.stringMatching(/^POST \/indexes\/tyumen_test_texts\/documents\?primaryKey=id Bearer k$/),
      'POST /indexes/tyumen_test_texts/search Bearer k',
    ]);
    await new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    });
    expect((await index.find('крыша')).map((hit) => hit.id)).toEqual(['a']);
    await index.remove(['a']);
    expect(await ids('крыша')).toEqual([]);
  });
});
