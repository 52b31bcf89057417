// Schedules of sources: what is added, switched, started and taken away, and what is not taken in.
import { newId } from '@zhkh/kernel/db.server';
import type { Context } from '@zhkh/kernel/module.server';
import { asOperator } from '@zhkh/tools/testing';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type ImportDesk, importDesk } from '../testing/import-desk.ts';
import { addSchedule, removeSchedule, startNow, switchSchedule } from './save-schedule.server.ts';

let desk: ImportDesk;
let ctx: Context;
let other: Context;
beforeAll(async () => {
  desk = await importDesk();
  ctx = await asOperator(desk.regions, 'tyumen');
  other = await asOperator(desk.regions, 'omsk');
});
afterAll(() => desk.close());
beforeEach(async () => {
  for (const one of [ctx, other]) await one.db.deleteFrom('source_schedule').execute();
});

const form = { connector: 'ozhf', mode: 'load', cron: '30 2 * * *' } as const;
const url = { ...form, kind: 'url', address: 'https://file.nalog.ru/a.zip' } as const;
/** Half past two of the next night in Tyumen. */
const NIGHT = new Date('2026-03-02T21:30:00Z');

const all = ({ db }: Context) => db.selectFrom('source_schedule').selectAll().orderBy('id').execute();
const one = (id: string) => ctx.db.selectFrom('source_schedule').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

it('right: added, it is on and due by the clock of its region', async () => {
  const id = await addSchedule(ctx, url);
  expect(await one(id)).toMatchObject({ ...url, enabled: true, next_at: NIGHT, last_at: null, last_state: null });
  const inbox = await addSchedule(ctx, { ...form, kind: 'inbox', address: 'https://evil.test/' });
  expect(await one(inbox)).toMatchObject({ kind: 'inbox', address: null });
});

it('right: switched off, started now, switched on, taken away', async () => {
  const id = await addSchedule(ctx, url);
  const beside = await addSchedule(ctx, { ...form, kind: 'inbox' });
  await switchSchedule(ctx, id, false);
  expect(await one(id)).toMatchObject({ enabled: false });
  await startNow(ctx, id);
  expect(await one(id)).toMatchObject({ enabled: true, next_at: ctx.clock.now() });
  await switchSchedule(ctx, id, true);
  expect(await one(id)).toMatchObject({ enabled: true, next_at: NIGHT });
  await removeSchedule(ctx, id);
  expect((await all(ctx)).map((row) => row.id)).toEqual([beside]);
});

it('refused: it is not taken in when its address or time can not be, nor twice', async () => {
  for (const address of ['ftp://nalog.ru/a', 'http://nalog.ru/a', 'https://evil.test/a', 'https://u:p@nalog.ru/', 'nalog'])
    await expect(addSchedule(ctx, { ...form, kind: 'url', address })).rejects.toMatchObject({ kind: 'invalid' });
  await expect(addSchedule(ctx, { ...form, cron: '99 * * * *', kind: 'inbox' })).rejects.toMatchObject({ kind: 'invalid' });
  await expect(addSchedule(ctx, { ...url, connector: 'nobody' })).rejects.toMatchObject({ code: 'imports.unknown-connector' });
  expect(await all(ctx)).toEqual([]);
  await addSchedule(ctx, url);
  await expect(addSchedule(ctx, url)).rejects.toMatchObject({ kind: 'conflict' });
  expect(await all(ctx)).toHaveLength(1);
});

it('refused: to switch or start one that is not there; taking it away touches no other', async () => {
  await addSchedule(ctx, url);
  const before = await all(ctx);
  await expect(switchSchedule(ctx, newId(), false)).rejects.toMatchObject({ code: 'imports.no-schedule' });
  await expect(startNow(ctx, newId())).rejects.toMatchObject({ code: 'imports.no-schedule' });
  await removeSchedule(ctx, newId());
  expect(await all(ctx)).toEqual(before);
});

it('other region: it neither changes this one’s schedule nor is kept from having the same', async () => {
  const id = await addSchedule(ctx, url);
  const before = await all(ctx);
  await expect(switchSchedule(other, id, false)).rejects.toMatchObject({ code: 'imports.no-schedule' });
  await expect(startNow(other, id)).rejects.toMatchObject({ code: 'imports.no-schedule' });
  await removeSchedule(other, id);
  expect(await all(ctx)).toEqual(before);
  const theirs = await addSchedule(other, url);
  expect((await all(other)).map((row) => row.id)).toEqual([theirs]);
  expect(await all(ctx)).toEqual(before);
});
