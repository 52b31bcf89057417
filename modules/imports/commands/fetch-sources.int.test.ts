// Fetches scheduled sources from a test server: conditional requests, redirects, broken transfers.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readFileSync } from 'node:fs';
import type { Context, JobContext } from '@zhkh/kernel/module.server';
import { asOperator, systemIn, type TwoRegions, twoRegions } from '@zhkh/tools/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { runWaiting } from '../jobs/run-imports.server.ts';
import { installed } from '../../installed.server.ts';
import { factsOf } from '../prove/facts.ts';
import { demoFile } from '../testing/demo-files.ts';
import { fetchSources } from './fetch-sources.server.ts';
import { addSchedule, removeSchedule, startNow, switchSchedule } from './save-schedule.server.ts';

const tables = installed.flatMap((module) => module.tables);
let regions: TwoRegions;
let ctx: Context;
let worker: JobContext;
let server: Server;
let home: string;
let asked: IncomingMessage[] = [];
let answer: (request: IncomingMessage, response: ServerResponse) => void;

beforeAll(async () => {
  regions = await twoRegions(installed);
  ctx = await asOperator(regions, 'tyumen');
  worker = await systemIn(regions, 'tyumen');
  server = createServer((request, response) => {
    asked.push(request);
    answer(request, response);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  home = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.close();
  await regions.close();
});
beforeEach(async () => {
  asked = [];
  for (const { id } of await ctx.db.selectFrom('source_schedule').select('id').execute()) await removeSchedule(ctx, id);
});

const never = new AbortController().signal;
const ozhf = readFileSync(demoFile('ozhf'));
const form = { connector: 'ozhf', mode: 'load', cron: '30 2 * * *' } as const;

async function due(kind: 'url' | 'passport', path: string): Promise<string> {
  const id = await addSchedule(ctx, { ...form, kind, address: home + path });
  await startNow(ctx, id);
  return id;
}
const rowOf = (id: string) => ctx.db.selectFrom('source_schedule').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

describe('a scheduled source', () => {
  it('right: is fetched, loaded, and asked with conditions the next time', async () => {
    answer = (request, response) => {
      if (request.headers['if-none-match'] === '"one"') response.writeHead(304).end();
      else response.writeHead(200, { etag: '"one"' }).end(ozhf);
    };
    const id = await due('url', '/files/ozhf-01-02-2026.tar.gz');
    expect(await fetchSources(worker, never)).toBe(1);
    expect(await runWaiting(worker, never)).toBe(1);
    const run = await ctx.db.selectFrom('import_run').selectAll().where('schedule_id', '=', id).executeTakeFirstOrThrow();
    expect(run).toMatchObject({ state: 'done', file_name: 'ozhf-01-02-2026.tar.gz', fact_date: '2026-02-01' });
    expect(await rowOf(id)).toMatchObject({ last_state: 'queued', last_import_id: run.id, etag: '"one"' });

    const before = await factsOf(ctx, tables, true);
    await startNow(ctx, id);
    await fetchSources(worker, never);
    expect(await rowOf(id)).toMatchObject({ last_state: 'unchanged', last_error: null });
    expect(await runWaiting(worker, never)).toBe(0);
    const after = await factsOf(
      ctx,
      tables.filter((name) => name !== 'source_schedule'),
      true,
    );
    for (const [table, sum] of after) expect([table, sum]).toEqual([table, before.get(table)]);
  });

  it('refused: that sends the same bytes without a mark makes no import', async () => {
    answer = (_request, response) => void response.end(ozhf);
    const id = await due('url', '/same.tar.gz');
    await fetchSources(worker, never);
    await runWaiting(worker, never);
    await startNow(ctx, id);
    await fetchSources(worker, never);
    expect(await rowOf(id)).toMatchObject({ last_state: 'unchanged' });
    expect(await runWaiting(worker, never)).toBe(0);
  });

  it.each([
    [
      'leads to a private address',
      'private',
      (_q: IncomingMessage, r: ServerResponse) => r.writeHead(302, { location: 'https://10.0.0.1/' }).end(),
    ],
    [
      'leads to a host nobody allowed',
      'host',
      (_q: IncomingMessage, r: ServerResponse) => r.writeHead(302, { location: 'https://evil.test/' }).end(),
    ],
    ['is not there', 'no-answer', (_q: IncomingMessage, r: ServerResponse) => r.writeHead(404).end('no')],
    [
      'breaks off',
      'broken-off',
      (_q: IncomingMessage, r: ServerResponse) => {
        r.writeHead(200, { 'content-length': String(ozhf.length) });
        r.write(ozhf.subarray(0, 1000));
        setTimeout(() => r.destroy(), 20);
      },
    ],
    ['is empty', 'broken-off', (_q: IncomingMessage, r: ServerResponse) => r.end()],
  ])('refused: that %s changes nothing and says why', async (_what, reason, handler) => {
    answer = handler;
    const before = await factsOf(
      ctx,
      tables.filter((name) => name !== 'source_schedule'),
      true,
    );
    const id = await due('url', `/${reason}.tar.gz`);
    await fetchSources(worker, never);
    expect(await rowOf(id)).toMatchObject({ last_state: 'failed', last_error: expect.stringContaining(reason) });
    expect(await runWaiting(worker, never)).toBe(0);
    expect(await factsOf(ctx, [...before.keys()], true)).toEqual(before);
    expect(await kept()).toBe(await imports());
  });

  it('right: named by a passport page is the newest one, and is not fetched twice', async () => {
    const page = `<a href="/data/data-20260110-structure-20250620.zip">old</a> <td>Гиперссылка</td><a href="/data/data-20260210-structure-20250620.zip">new</a><a href="structure-20250620.xsd">x</a>`;
    const rsmp = readFileSync(demoFile('rsmp'));
    answer = (request, response) => void response.end(request.url === '/passport' ? page : rsmp);
    const id = await addSchedule(ctx, { ...form, connector: 'rsmp', kind: 'passport', address: `${home}/passport` });
    await startNow(ctx, id);
    await fetchSources(worker, never);
    expect(asked.map((request) => request.url)).toEqual(['/passport', '/data/data-20260210-structure-20250620.zip']);
    await runWaiting(worker, never);
    await startNow(ctx, id);
    await fetchSources(worker, never);
    expect(asked).toHaveLength(3);
    expect(await rowOf(id)).toMatchObject({ last_state: 'unchanged' });
  });

  it('refused: is started once by workers that come at the same moment, and not at all when off', async () => {
    answer = (_request, response) => void setTimeout(() => response.end('x'), 50);
    const id = await due('url', '/once.csv');
    const started = await Promise.all([1, 2, 3, 4].map(() => fetchSources(worker, never)));
    expect(started.reduce((sum, one) => sum + one, 0)).toBe(1);
    expect(asked).toHaveLength(1);
    await startNow(ctx, id);
    await switchSchedule(ctx, id, false);
    expect(await fetchSources(worker, never)).toBe(0);
  });

  it('other region: its worker starts none of this one', async () => {
    answer = (_request, response) => void response.end('x');
    const id = await due('url', '/ours.csv');
    const before = await rowOf(id);
    const omsk = await systemIn(regions, 'omsk');
    expect(await fetchSources(omsk, never)).toBe(0);
    expect(asked).toEqual([]);
    expect(await rowOf(id)).toEqual(before);
    expect(await omsk.db.selectFrom('import_run').select('id').execute()).toEqual([]);
  });
});

async function kept(): Promise<number> {
  return (await ctx.db.selectFrom('file').select('id').execute()).length;
}
async function imports(): Promise<number> {
  return (await ctx.db.selectFrom('import_run').select('id').where('file_id', 'is not', null).execute()).length;
}
