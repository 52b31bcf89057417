// A route that declares large files takes them on their disk; its neighbours keep the usual cap.
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { uploadsDir } from '../files/uploads-dir.server.ts';
import { readForm } from './read-form.server.ts';

const MB = 1024 * 1024;
let filesDir: string;
beforeAll(async () => {
  filesDir = await mkdtemp(path.join(os.tmpdir(), 'large-'));
});
afterAll(() => rm(filesDir, { recursive: true, force: true }));

function upload(megabytes: number): Request {
  const body = new FormData();
  body.set('file', new Blob([Buffer.alloc(megabytes * MB, 7)]), 'gar.zip');
  return new Request('http://a.test/', { method: 'POST', body });
}

it('takes a file larger than the usual cap, tells its sum and lets it be moved', async () => {
  const largeFilesDir = uploadsDir({ filesDir });
  const raw = await readForm(upload(100), { files: { file: { max: 1, maxBytes: 120 * MB } }, largeFilesDir });
  expect(await readdir(largeFilesDir)).toHaveLength(1);
  const [file] = raw.files;
  expect(file).toMatchObject({ fileName: 'gar.zip', size: 100 * MB });
  expect(file?.sha256).toMatch(/^[0-9a-f]{64}$/);
  await file?.moveTo(path.join(filesDir, 'kept'));
  expect((await stat(path.join(filesDir, 'kept'))).size).toBe(100 * MB);
  expect((await readFile(path.join(filesDir, 'kept'))).at(-1)).toBe(7);
  await raw.dispose();
  expect(await readdir(largeFilesDir)).toEqual([]);
});

it('refuses the same file where nothing large was declared', async () => {
  await expect(readForm(upload(100), { files: { file: { max: 1 } } })).rejects.toThrow('body too long');
  const raw = await readForm(upload(20), { files: { file: { max: 1 } } });
  expect(raw.refused).toMatchObject([{ reason: 'too-big' }]);
  await raw.dispose();
});
