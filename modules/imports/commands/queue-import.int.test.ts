// Keeps a file in its region and queues its import; what can not be imported leaves nothing behind.
import { writeFile } from 'node:fs/promises';
import type { Context } from '@zhkh/kernel/module.server';
import { asEmployee, asOfficial, asOperator, asResident } from '@zhkh/tools/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ImportDesk, importDesk } from '../testing/import-desk.ts';
import { runOf, uploaded } from '../testing/rows.ts';
import { queueImport, queueUpload } from './queue-import.server.ts';

let desk: ImportDesk;
beforeAll(async () => {
  desk = await importDesk();
});
afterAll(() => desk.close());

const SHA = 'a'.repeat(64);
const incoming = (connector = 'house-points') => ({
  connector,
  mode: 'load' as const,
  fileName: 'points 2026-02-05.csv',
  write: async (place: string) => {
    await writeFile(place, 'abc');
    return { bytes: 3, sha256: SHA };
  },
});

async function keptIn(ctx: Context): Promise<string[]> {
  const files = await ctx.db.selectFrom('file').select('id').execute();
  const runs = await ctx.db.selectFrom('import_run').select('id').execute();
  return [...files, ...runs].map((one) => one.id).sort();
}

it('right: the file is kept as the run’s own, the run waits with the day of its name', async () => {
  const id = await queueImport(desk.ctx, incoming());
  const run = await runOf(desk.ctx, id);
  expect(run).toMatchObject({
    connector: 'house-points',
    state: 'queued',
    mode: 'load',
    file_name: 'points 2026-02-05.csv',
    file_sha256: SHA,
    file_bytes: 3,
    fact_date: '2026-02-05',
    schedule_id: null,
    started_at: desk.regions.clock.now(),
    finished_at: null,
  });
  const file = desk.ctx.db.selectFrom('file').selectAll().where('id', '=', run.file_id);
  expect(await file.executeTakeFirstOrThrow()).toMatchObject({
    purpose: 'imports.source',
    attached_type: 'import',
    attached_id: id,
    bytes: 3,
    sha256: SHA,
  });
});

it('right: an upload waits too, named and summed as it was sent', async () => {
  const file = uploaded('без даты.csv', 'house_guid;lat;lon;source\n');
  const id = await queueUpload(desk.ctx, { connector: 'house-points', mode: 'check', file });
  const run = await runOf(desk.ctx, id);
  expect(run).toMatchObject({
    state: 'queued',
    mode: 'check',
    file_name: 'без даты.csv',
    file_sha256: file.sha256,
    file_bytes: file.size,
    fact_date: '2026-03-02',
  });
});

it('refused: an unknown source, no file, one beyond the setting; nothing is kept of them', async () => {
  const before = await keptIn(desk.ctx);
  await expect(queueImport(desk.ctx, incoming('nobody'))).rejects.toMatchObject({ code: 'imports.unknown-connector' });
  const upload = { connector: 'house-points', mode: 'load' as const };
  await expect(queueUpload(desk.ctx, { ...upload, file: undefined })).rejects.toMatchObject({ code: 'imports.no-file' });
  const huge = { ...uploaded('a.csv', 'a'), size: 5e9 };
  await expect(queueUpload(desk.ctx, { ...upload, file: huge })).rejects.toMatchObject({ code: 'imports.upload-too-big' });
  expect(await keptIn(desk.ctx)).toEqual(before);
});

it('refused: who may not manage imports, as every page of them asks; operators and the region’s administrator may', async () => {
  const { regions } = desk;
  const others = [await asResident(regions, 'tyumen'), await asEmployee(regions, 'tyumen', { admin: true })];
  for (const ctx of [...others, await asOfficial(regions, 'tyumen')])
    expect([ctx.actor.kind, ctx.ability.can('imports.manage')]).toEqual([ctx.actor.kind, false]);
  for (const ctx of [await asOfficial(regions, 'tyumen', { admin: true }), await asOperator(regions, 'tyumen')])
    expect([ctx.actor.kind, ctx.ability.can('imports.manage')]).toEqual([ctx.actor.kind, true]);
});

it('other region: neither file nor run is there', async () => {
  const before = await keptIn(desk.other);
  await queueImport(desk.ctx, incoming());
  await queueUpload(desk.ctx, { connector: 'house-points', mode: 'load', file: uploaded('a.csv', 'a') });
  expect(await keptIn(desk.other)).toEqual(before);
});
