// Loads the committed demo files of a region, each once, in the order that lets every file find what it refers to.
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { Context } from '@zhkh/kernel/module.server';
import { imports } from '@zhkh/imports';
import { loadDemoProfile } from './load-demo-profile.server.ts';

const ORDER = [
  'ozhf',
  'suppliers',
  'house-points',
  'contracts',
  'egrul',
  'revexp',
  'sshr',
  'rsmp',
  'kr1-houses',
  'kr1-elements',
  'kr1-works',
  'tariffs',
  'licences',
  'management-reports',
  'examinations',
  'precepts',
  'offences',
  'protocols',
];

/** `small` leaves nothing out: the stock loads in a second or two. A region without files keeps an empty directory. */
export async function loadDemoStock(ctx: Context, _options: { size: 'small' | 'demo' }): Promise<void> {
  const folder = path.join(import.meta.dirname, '..', 'fixtures', ctx.tenant.subjectCode);
  if (!existsSync(folder)) return;
  const files = readdirSync(folder);
  for (const connector of ORDER) {
    for (const file of files.filter((name) => name.startsWith(`${connector}-`)).sort()) {
      if (!(await isLoaded(ctx, connector, file))) await load(ctx, connector, path.join(folder, file));
    }
  }
  await loadDemoProfile(ctx, folder);
}

async function isLoaded(ctx: Context, connector: string, file: string): Promise<boolean> {
  const run = await ctx.db
    .selectFrom('import_source')
    .select('id')
    .where('connector', '=', connector)
    .where('file', '=', file)
    .where('loaded_at', 'is not', null)
    .limit(1)
    .executeTakeFirst();
  return run !== undefined;
}

async function load(ctx: Context, connector: string, filePath: string): Promise<void> {
  const report = await ctx.service(imports).run({ connector, filePath });
  if (report.state !== 'done') throw new Error(`Demo stock: ${connector} ${report.state}: ${report.error ?? ''}`);
  ctx.log.info({ connector, rows: report.rowsRead, failed: report.rowsFailed, ...report.counts }, 'demo stock loaded');
}
