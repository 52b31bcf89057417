// Sends due letters of complaints; asks a person to call where none gets through or nobody opens.
import { defineJob, type JobContext } from '@zhkh/kernel/module.server';
import { escalateUnopened } from '../delivery/escalate.server.ts';
import { letters } from '../delivery/letters.server.ts';

export const deliver = defineJob({
  id: letters.definition.id,
  timeout: 5 * 60_000,
  attempts: 1,
  cron: '* * * * *',
  run: (ctx, signal) => deliverDue(ctx, signal),
});

/** Until no letter of the region is due. */
export async function deliverDue(ctx: JobContext, signal?: AbortSignal): Promise<void> {
  await escalateUnopened(ctx);
  await letters.run(ctx, signal && { signal });
}
