// The short form of `prove -- import-memory`: a smaller archive, the same bound.
import { fork } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { type TwoRegions, twoRegions } from '@zhkh/tools/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { installed } from '../../../installed.server.ts';
import { garParts, inventedGar } from '../../testing/gar-archive.ts';
import { writeZip } from '../../testing/zip-writer.ts';
import { asTheWorker } from '../as-the-worker.ts';
import type { MemoryOrder, MemoryReport } from './load.ts';

let regions: TwoRegions;
let folder: string;
beforeAll(async () => {
  regions = await twoRegions(installed);
  folder = await mkdtemp(path.join(os.tmpdir(), 'memory-'));
});
afterAll(async () => {
  await regions.close();
  await rm(folder, { recursive: true, force: true });
});

it('an archive of tens of megabytes is loaded within 300 MB', { timeout: 120_000 }, async () => {
  const filePath = path.join(folder, 'gar-2026-02-01.zip');
  expect(await writeZip(filePath, garParts(inventedGar(25_000, { version: '20260201' })))).toBeGreaterThan(30_000_000);
  const { controlUrl, ownerUrl } = regions.database;
  const report = await load({
    addresses: { databaseUrl: controlUrl, databaseOwnerUrl: ownerUrl, dataDir: folder },
    connector: 'gar',
    filePath,
  });
  expect(report.state).toBe('done');
  expect(report.peakMb).toBeLessThanOrEqual(300);
});

function load(order: MemoryOrder): Promise<MemoryReport> {
  const child = fork(path.join(import.meta.dirname, 'load.ts'), [JSON.stringify(order)], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    ...asTheWorker,
  });
  return new Promise((resolve, reject) => {
    child.once('message', (report) => resolve(report as MemoryReport));
    child.once('exit', (code) => reject(new Error(`the importing process ended with ${code}`)));
  });
}
