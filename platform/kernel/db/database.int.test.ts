// The driver on a real server: types on the wire, refusals as our errors, lost connections, transactions.
import { AsyncResource } from 'node:async_hooks';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemIn, type TwoRegions, twoRegions } from '@zhkh/tools/testing';
import { newId } from './ids.ts';
import { jsonb } from './json.server.ts';

/** Made before any write: what runs in it is not inside one. */
const outside = new AsyncResource('outside');
let regions: TwoRegions;
beforeAll(async () => {
  regions = await twoRegions([]);
});
afterAll(() => regions.close());

const one = async (query: ReturnType<typeof sql<{ v: unknown }>>) => {
  const ctx = await systemIn(regions, 'tyumen');
  return (await query.execute(ctx.db)).rows[0]?.v;
};

describe('values on the wire', () => {
  it.each([
    [sql<{ v: unknown }>`select 9007199254740991::bigint as v`, 9007199254740991],
    [sql<{ v: unknown }>`select 12.5::numeric as v`, 12.5],
    [sql<{ v: unknown }>`select '2026-03-02'::date as v`, '2026-03-02'],
    [sql<{ v: unknown }>`select '2026-03-02 10:00+03'::timestamptz as v`, new Date('2026-03-02T07:00:00Z')],
    [sql<{ v: unknown }>`select array['a', 'б,"в"', null]::text[] as v`, ['a', 'б,"в"', null]],
    [sql<{ v: unknown }>`select ${['x', 'y"\\z']}::text[] as v`, ['x', 'y"\\z']],
    [sql<{ v: unknown }>`select ${[1, 2]}::bigint[] as v`, [1, 2]],
    [sql<{ v: unknown }>`select ${jsonb([1, { a: 'Ё' }])} as v`, [1, { a: 'Ё' }]],
    [sql<{ v: unknown }>`select ${jsonb('text')} as v`, 'text'],
    [sql<{ v: unknown }>`select ${new Date(0)}::timestamptz as v`, new Date(0)],
  ])('%#', async (query, expected) => {
    expect(await one(query)).toEqual(expected);
  });

  it('refuses a bigint that JavaScript would round', async () => {
    await expect(one(sql`select 9007199254740993::bigint as v`)).rejects.toThrow(/safe integer/);
  });
});

describe('refusals', () => {
  it.each([
    [sql<{ v: unknown }>`select ${'not-a-uuid'}::uuid as v`, 'platform.bad-value'],
    [sql<{ v: unknown }>`select ${'a\u0000b'}::text as v`, 'platform.bad-characters'],
    [sql<{ v: unknown }>`select ${'99999999999'}::int as v`, 'platform.number-out-of-range'],
    [sql<{ v: unknown }>`select ${'0000-00-00'}::date as v`, 'platform.bad-date'],
    [sql<{ v: unknown }>`select ${new Date(Number.NaN)}::timestamptz as v`, 'platform.bad-date'],
  ])('%#', async (query, code) => {
    await expect(one(query)).rejects.toMatchObject({ kind: 'invalid', code });
  });

  it('names the constraint of a duplicate', async () => {
    const ctx = await systemIn(regions, 'tyumen');
    const row = { module: `m-${newId()}`, value: jsonb<unknown>({}), changed_at: ctx.clock.now(), changed_by: null };
    await ctx.db.insertInto('setting').values(row).execute();
    await expect(ctx.db.insertInto('setting').values(row).execute()).rejects.toMatchObject({
      kind: 'conflict',
      params: { constraint: 'setting_pkey' },
    });
  });

  it('turns a statement over its time into «try again»', async () => {
    const ctx = await systemIn(regions, 'tyumen');
    const slow = ctx.write(async (w) => {
      await sql`set local statement_timeout = 50`.execute(w.db);
      await sql`select pg_sleep(2)`.execute(w.db);
    });
    await expect(slow).rejects.toMatchObject({ kind: 'unavailable', code: 'platform.busy' });
  });
});

describe('transactions', () => {
  const mark = async (key: string) => {
    const ctx = await systemIn(regions, 'tyumen');
    return await ctx.db.selectFrom('setting').select('module').where('module', '=', key).executeTakeFirst();
  };
  const row = (module: string) => ({ module, value: jsonb<unknown>({}), changed_at: new Date(), changed_by: null });

  it('does not call a failed transaction saved when its error was swallowed', async () => {
    const ctx = await systemIn(regions, 'tyumen');
    const key = newId();
    const swallowed = ctx.write(async (w) => {
      await w.db.insertInto('setting').values(row(key)).execute();
      await sql`select 1 / 0`.execute(w.db).catch(() => undefined);
    });
    await expect(swallowed).rejects.toMatchObject({ code: 'platform.not-saved' });
    expect(await mark(key)).toBeUndefined();
  });

  it('never goes on outside a transaction whose connection was lost', async () => {
    const ctx = await systemIn(regions, 'tyumen');
    const [before, after] = [newId(), newId()];
    const lost = ctx.write(async (w) => {
      await w.db.insertInto('setting').values(row(before)).execute();
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(w.db);
      await outside.runInAsyncScope(() => sql`select pg_terminate_backend(${rows[0]?.pid ?? 0})`.execute(ctx.db));
      await w.db.insertInto('setting').values(row(after)).execute();
    });
    await expect(lost).rejects.toMatchObject({ kind: 'unavailable' });
    expect(await mark(before)).toBeUndefined();
    expect(await mark(after)).toBeUndefined();
  });
});
