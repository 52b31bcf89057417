// Schedules of the region with what came of each last.
import { newId } from '@zhkh/kernel/db.server';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addSchedule, switchSchedule } from '../commands/save-schedule.server.ts';
import { type ImportDesk, importDesk } from '../testing/import-desk.ts';
import { schedules } from './schedules.server.ts';

let desk: ImportDesk;
beforeAll(async () => {
  desk = await importDesk();
});
afterAll(() => desk.close());

const form = { mode: 'load', cron: '30 2 * * *' } as const;
const fetched = { ...form, connector: 'ozhf', kind: 'url', address: 'https://nalog.ru/a.zip' } as const;

it('right: by source, with the last outcome taken apart', async () => {
  const { ctx } = desk;
  const url = await addSchedule(ctx, fetched);
  const inbox = await addSchedule(ctx, { ...form, connector: 'contracts', kind: 'inbox', mode: 'check' });
  await switchSchedule(ctx, inbox, false);
  const lastImportId = newId();
  const last = { last_at: ctx.clock.now(), last_state: 'failed', last_error: 'no-answer: HTTP 404: no' } as const;
  await ctx.db
    .updateTable('source_schedule')
    .set({ ...last, last_import_id: lastImportId })
    .where('id', '=', url)
    .execute();
  const nextAt = '2026-03-02T21:30:00.000Z';
  expect(await schedules(ctx)).toEqual([
    {
      id: inbox,
      connector: 'contracts',
      title: 'directory:source.kinds.contracts',
      kind: 'inbox',
      address: null,
      cron: '30 2 * * *',
      mode: 'check',
      enabled: false,
      nextAt,
      lastAt: null,
      lastState: null,
      reason: null,
      detail: null,
      lastImportId: null,
    },
    {
      id: url,
      ...fetched,
      title: 'directory:source.kinds.ozhf',
      enabled: true,
      nextAt,
      lastAt: ctx.clock.now().toISOString(),
      lastState: 'failed',
      reason: 'no-answer',
      detail: 'HTTP 404: no',
      lastImportId,
    },
  ]);
});

it('refused: a source nobody scheduled is not told, a reason without more has no detail', async () => {
  await desk.ctx.db.updateTable('source_schedule').set({ last_error: 'internal' }).where('kind', '=', 'url').execute();
  const told = await schedules(desk.ctx);
  expect(told.map((one) => [one.connector, one.reason, one.detail])).toEqual([
    ['contracts', null, null],
    ['ozhf', 'internal', null],
  ]);
});

it('other region: it sees its own alone', async () => {
  expect(await schedules(desk.other)).toEqual([]);
  const theirs = await addSchedule(desk.other, fetched);
  expect((await schedules(desk.other)).map((one) => one.id)).toEqual([theirs]);
  expect((await schedules(desk.ctx)).map((one) => one.id)).not.toContain(theirs);
});
