// The outage will not be, or was announced by mistake; the reason is shown to residents.
import type { Context } from '@zhkh/kernel/module.server';
import { changeOutage } from '../core/change-outage.server.ts';
import { whoIs } from '../core/who.server.ts';

export async function cancelOutage(ctx: Context, input: { outageId: string; revision: number; reason: string }): Promise<void> {
  const who = await whoIs(ctx);
  await changeOutage(ctx, { ...input, step: 'cancel', who }, (_row, now) => ({
    closed_at: now,
    closed_by: 'person',
    cancel_reason: input.reason,
  }));
}
