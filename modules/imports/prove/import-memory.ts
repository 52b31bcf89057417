// npm run prove -- import-memory [--workbook-rows N]: a ГАР archive of at least 1 GB unpacked, or a workbook
// of N rows by ten columns, is loaded in a process of its own; its memory peaks below 300 MB.
import { fork } from 'node:child_process';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { addressesOf, openGround } from '../testing/ground.ts';
import { garParts, inventedGar } from '../testing/gar-archive.ts';
import { asTheWorker } from './as-the-worker.ts';
import { suppliersParts } from './memory/suppliers-workbook.ts';
import { writeZip } from '../testing/zip-writer.ts';
import type { MemoryOrder, MemoryReport } from './memory/load.ts';

const { values } = parseArgs({
  options: {
    houses: { type: 'string', default: '730000' },
    'least-mb': { type: 'string', default: '1000' },
    'workbook-rows': { type: 'string' },
  },
});
const LIMIT_MB = 300;

const ground = await openGround();
try {
  const rows = Number(values['workbook-rows'] ?? 0);
  const connector = rows > 0 ? 'suppliers' : 'gar';
  const filePath = path.join(ground.folder, rows > 0 ? 'suppliers-2026-02-01.xlsx' : 'gar-2026-02-01.zip');
  const parts = rows > 0 ? suppliersParts(rows) : garParts(inventedGar(Number(values.houses), { version: '20260201' }));
  const unpacked = await writeZip(filePath, parts);
  console.log(`archive of ${megabytes(unpacked)} MB unpacked is made`);
  const report = await load({ addresses: addressesOf(ground.postgres, ground.folder), connector, filePath });
  console.log(`${report.state}: ${report.rows} records in ${report.seconds} s, peak memory ${report.peakMb} MB`);
  const big = rows > 0 || megabytes(unpacked) >= Number(values['least-mb']);
  const good = big && report.state === 'done' && report.peakMb <= LIMIT_MB;
  console.log(
    `import-memory: ${good ? 'PASS' : 'FAIL'} (${megabytes(unpacked)} MB unpacked, peak ${report.peakMb} MB of ${LIMIT_MB} MB)`,
  );
  process.exitCode = good ? 0 : 1;
} finally {
  await ground.close();
}

function megabytes(bytes: number): number {
  return Math.round(bytes / 1e6);
}

function load(order: MemoryOrder): Promise<MemoryReport> {
  const child = fork(path.join(import.meta.dirname, 'memory/load.ts'), [JSON.stringify(order)], asTheWorker);
  return new Promise((resolve, reject) => {
    child.once('message', (report) => resolve(report as MemoryReport));
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`the importing process ended with ${code}`)));
  });
}
