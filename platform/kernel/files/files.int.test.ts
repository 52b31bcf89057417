// Files of a region on PostgreSQL and disk: stored, owned, seen by whom the module says, swept.
import { existsSync, readdirSync, utimesSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Context } from '../module/context.server.ts';
import { plug, type ModuleManifest } from '../module/define-module.server.ts';
import { asResident, systemIn } from '@zhkh/tools/testing';
import { type TwoRegions, twoRegions } from '@zhkh/tools/testing';
import { attachFiles, filesOf } from './attach.server.ts';
import { mayOpenPhoto, photoAccess } from './photo-access.server.ts';
import { sweepFilesJob } from './sweep-files.server.ts';

const OWNER = '0195f3a0-0000-7000-8000-00000000000a';
let regions: TwoRegions;
let ada: Context;
let bob: Context;
let picture: Buffer;

beforeAll(async () => {
  regions = await twoRegions([]);
  [ada, bob] = [await asResident(regions, 'tyumen'), await asResident(regions, 'tyumen')];
  picture = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#a52' } })
    .jpeg()
    .toBuffer();
});
afterAll(() => regions.close());

const save = (ctx: Context) => ctx.files.savePhoto({ bytes: picture, fileName: 'x.jpg', purpose: 'test' });
const blobs = (slug: string) => {
  const home = path.join(regions.config.filesDir, slug);
  return existsSync(home)
    ? readdirSync(home).flatMap((folder) => readdirSync(path.join(home, folder)).map((name) => path.join(home, folder, name)))
    : [];
};
const code = (work: Promise<unknown>) =>
  work.then(
    () => 'fine',
    (error: { code?: string }) => error.code,
  );

it('a photo is stored encoded anew, in the folder of its region, and read back in two sizes', async () => {
  const file = await save(ada);
  expect(file).toMatchObject({ contentType: 'image/webp', width: 900, height: 600 });
  const full = await ada.files.open(file.id);
  expect((await sharp(full.body).metadata()).format).toBe('webp');
  expect((await sharp((await ada.files.open(file.id, 'thumb')).body).metadata()).width).toBe(480);
  expect(blobs('tyumen')).toHaveLength(2);
  expect(blobs('tyumen').join()).not.toContain(file.id);
});

it('a refused photo leaves neither row nor bytes', async () => {
  const before = blobs('tyumen').length;
  expect(await code(ada.files.savePhoto({ bytes: Buffer.from('<svg/>'), fileName: 'x.jpg', purpose: 'test' }))).toBe(
    'platform.photo-format',
  );
  expect(blobs('tyumen').length).toBe(before);
});

it('the neighbour region does not have it, by id or otherwise', async () => {
  const file = await save(ada);
  const omsk = await systemIn(regions, 'omsk');
  expect(await code(omsk.files.open(file.id))).toBe('platform.no-photo');
  expect(await mayOpenPhoto(omsk, file.id)).toBe(false);
});

it('belongs to one thing, given by the one who uploaded it', async () => {
  const file = await save(ada);
  const owner = { type: 'poll', id: OWNER };
  expect(await code(bob.write((w) => attachFiles(bob, w, [file.id], owner)))).toBe('platform.no-photo');
  await ada.write((w) => attachFiles(ada, w, [file.id, file.id], owner));
  expect(await code(ada.write((w) => attachFiles(ada, w, [file.id], owner)))).toBe('platform.no-photo');
  expect((await filesOf(ada, 'poll', [OWNER])).get(OWNER)).toEqual([file.id]);
});

it('is seen by its uploader until it belongs to something, then by whom the owning module names', async () => {
  const file = await save(ada);
  expect([await mayOpenPhoto(ada, file.id), await mayOpenPhoto(bob, file.id)]).toEqual([true, false]);
  await ada.write((w) => attachFiles(ada, w, [file.id], { type: 'poll', id: OWNER }));
  expect([await mayOpenPhoto(ada, file.id), await mayOpenPhoto(bob, file.id)]).toEqual([false, false]);
  const manifest = {
    plugs: [plug(photoAccess, (ctx) => ({ mayOpen: async (id: string) => ctx === withPlug && id === file.id }))],
  } as unknown as ModuleManifest;
  const withPlug: Context = {
    ...bob,
    plugs: (point) => manifest.plugs.filter((one) => one.point.name === point.name).map((one) => one.create(withPlug)) as never,
  };
  expect(await mayOpenPhoto(withPlug, file.id)).toBe(true);
});

it('what belongs to nothing for a day is swept, with bytes nobody knows; the rest stays', async () => {
  const system = await systemIn(regions, 'tyumen');
  const kept = await save(ada);
  await ada.write((w) => attachFiles(ada, w, [kept.id], { type: 'poll', id: OWNER }));
  const orphan = await save(ada);
  await save(ada).then(async (lost) =>
    ada.write(async (w) => void (await w.db.deleteFrom('file').where('id', '=', lost.id).execute())),
  );
  const run = () => sweepFilesJob.run(system, AbortSignal.timeout(10_000));
  await run();
  expect(await code(ada.files.open(orphan.id))).toBe('fine');
  regions.clock.advance(25 * 60 * 60 * 1000);
  const old = new Date(regions.clock.now().getTime() - 26 * 60 * 60 * 1000);
  for (const file of blobs('tyumen')) utimesSync(file, old, old);
  await run();
  expect(await code(ada.files.open(orphan.id))).toBe('platform.no-photo');
  expect(await code(ada.files.open(kept.id))).toBe('fine');
  const rows = await system.db.selectFrom('file').select('id').execute();
  expect(blobs('tyumen')).toHaveLength(rows.length * 2);
});
