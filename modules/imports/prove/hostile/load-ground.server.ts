// Loads the demo region's houses and nothing that hangs on them, so a half-applied file would be seen.
import type { Context } from '@zhkh/kernel/module.server';
import { runImport } from '../../run/run-import.server.ts';
import { demoFile } from '../../testing/demo-files.ts';

export async function loadGround(ctx: Context): Promise<void> {
  const report = await runImport(ctx, { connector: 'ozhf', filePath: demoFile('ozhf') });
  if (report.state !== 'done') throw new Error(`ozhf: ${report.state} ${report.error ?? ''}`);
}
