// Sends complaints' letters that are due, and hands over to a person where nobody opens.
import { type Context, defineJob } from '@zhkh/kernel/module.server';
import { z } from 'zod';
import { escalateUnopened } from '../core/escalate.server.ts';
import { letters } from '../core/letters.server.ts';

export const deliver = defineJob({
  id: letters.definition.id,
  input: z.strictObject({}),
  timeout: 5 * 60_000,
  attempts: 1,
  cron: '* * * * *',
  run: (ctx, _input, signal) => deliverDue(ctx, signal),
});

/** Until no letter of the region is due. */
export async function deliverDue(ctx: Context, signal?: AbortSignal): Promise<void> {
  await escalateUnopened(ctx);
  await letters.run(ctx, signal && { signal });
}
