// The end of an outage is moved, with a reason; who moved it and when stays in its history.
import { invalid } from '@zhkh/kernel/errors';
import type { Context } from '@zhkh/kernel/module.server';
import { changeOutage } from '../core/change-outage.server.ts';
import { whoIs } from '../core/who.server.ts';
import { momentOf } from '../domain/local-moment.ts';

export interface MoveInput {
  outageId: string;
  revision: number;
  /** By the clock of the houses. */
  endsAt: string;
  reason: string;
}

export async function moveEnd(ctx: Context, input: MoveInput): Promise<void> {
  const who = await whoIs(ctx);
  await changeOutage(ctx, { ...input, step: 'move', who }, (row, now) => {
    const endsAt = momentOf(input.endsAt, row.time_zone);
    const wrong = (key: string) => invalid('outages.moment', { fields: { endsAt: { key: `outages:errors.${key}` } } });
    if (!endsAt) throw wrong('moment');
    if (endsAt <= row.starts_at) throw wrong('end-before-start');
    if (endsAt <= now) throw wrong('end-past');
    return { ends_at: endsAt };
  });
}
