// The history by pages and filters, what is on its way, the rows one run refused.
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type ImportDesk, importDesk } from '../testing/import-desk.ts';
import { makeRun, refuseRow } from '../testing/rows.ts';
import { failedRows, imports, importStates, openImports } from './imports.server.ts';

let desk: ImportDesk;
beforeAll(async () => {
  desk = await importDesk();
});
afterAll(() => desk.close());
beforeEach(async () => {
  for (const { db } of [desk.ctx, desk.other]) {
    await db.deleteFrom('import_failed_row').execute();
    await db.deleteFrom('import_run').execute();
  }
});

const ago = (minutes: number) => new Date(desk.ctx.clock.now().getTime() - minutes * 60_000);
const ids = (rows: readonly { id: string }[]) => rows.map((row) => row.id);

it('right: the newest first, page by page, by source and state', async () => {
  const made: string[] = [];
  for (let at = 0; at < 27; at += 1) made.push(await makeRun(desk.ctx, { started_at: ago(at) }));
  const failed = await makeRun(desk.ctx, {
    connector: 'contracts',
    state: 'failed',
    started_at: ago(27),
    error: 'columns: Адрес',
  });
  const first = await imports(desk.ctx, { page: 1 });
  expect([first.total, ids(first.rows)]).toEqual([28, made.slice(0, 25)]);
  expect(ids((await imports(desk.ctx, { page: 2 })).rows)).toEqual([...made.slice(25), failed]);
  for (const filter of [{ source: 'contracts' }, { state: 'failed' }, { source: 'contracts', state: 'failed' }]) {
    const found = await imports(desk.ctx, { ...filter, page: 1 });
    expect([found.total, ids(found.rows)]).toEqual([1, [failed]]);
  }
  const [row] = (await imports(desk.ctx, { state: 'failed', page: 1 })).rows;
  expect(row).toMatchObject({ title: 'directory:source.kinds.contracts', reason: 'columns', detail: 'Адрес', changed: 0 });
});

it('right: what is on its way or waits for a decision, the oldest first', async () => {
  const made = new Map<string, string>();
  for (const [at, state] of importStates.entries()) made.set(state, await makeRun(desk.ctx, { state, started_at: ago(at) }));
  expect(ids(await openImports(desk.ctx))).toEqual(['staged', 'running', 'queued'].map((state) => made.get(state)));
});

it('right: the rows a run refused, by entry and line', async () => {
  const id = await makeRun(desk.ctx);
  for (const [entry, line] of [
    ['b.xml', 1],
    ['a.xml', 9],
    ['a.xml', 3],
  ] as const)
    await refuseRow(desk.ctx, id, { entry, line });
  const rows = await failedRows(desk.ctx, id);
  expect(rows.map((row) => [row.entry, row.line])).toEqual([
    ['a.xml', 3],
    ['a.xml', 9],
    ['b.xml', 1],
  ]);
  expect(rows[0]).toEqual({ entry: 'a.xml', line: 3, field: 'lat', reason: 'not-a-number', raw: 'a;b' });
});

it('refused: of other sources and states nothing comes, of what ended nothing is open, of another run no rows', async () => {
  const done = await makeRun(desk.ctx);
  const another = await makeRun(desk.ctx, { connector: 'contracts' });
  await refuseRow(desk.ctx, another);
  expect(ids((await imports(desk.ctx, { source: 'house-points', page: 1 })).rows)).toEqual([done]);
  expect(await imports(desk.ctx, { source: 'ozhf', state: 'done', page: 1 })).toEqual({ rows: [], total: 0 });
  expect(await openImports(desk.ctx)).toEqual([]);
  expect(await failedRows(desk.ctx, done)).toEqual([]);
});

it('other region: neither its history, nor what it has on its way, nor its refused rows', async () => {
  const theirs = await makeRun(desk.other, { state: 'queued' });
  await refuseRow(desk.other, theirs);
  expect(await imports(desk.ctx, { page: 1 })).toEqual({ rows: [], total: 0 });
  expect(await openImports(desk.ctx)).toEqual([]);
  expect(await failedRows(desk.ctx, theirs)).toEqual([]);
  expect(ids(await openImports(desk.other))).toEqual([theirs]);
});
