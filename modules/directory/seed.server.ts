// Demo stock of a region: the committed fixtures, loaded by the real import path.
import type { Context } from '@zhkh/kernel/module.server';
import { loadDemoStock } from './commands/load-demo-stock.server.ts';
import { recordChanges } from './commands/record-changes.server.ts';

export async function seed(ctx: Context, options: { size: 'small' | 'demo' }): Promise<void> {
  await loadDemoStock(ctx, options);
  await ctx.write((w) => recordChanges(ctx, w));
}
