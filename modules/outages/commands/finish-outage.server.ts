// The utility is back: earlier than promised, or late.
import type { Context } from '@zhkh/kernel/module.server';
import { changeOutage } from '../core/change-outage.server.ts';
import { whoIs } from '../core/who.server.ts';

export async function finishOutage(ctx: Context, input: { outageId: string; revision: number; reason: string }): Promise<void> {
  const who = await whoIs(ctx);
  await changeOutage(ctx, { ...input, step: 'finish', who }, (_row, now) => ({ closed_at: now, closed_by: 'person' }));
}
