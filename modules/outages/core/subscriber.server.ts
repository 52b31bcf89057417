// The account of a resident who may follow houses; everybody else is refused.
import { forbidden } from '@zhkh/kernel/errors';
import type { Context } from '@zhkh/kernel/module.server';

export function subscriberOf(ctx: Context): string {
  if (ctx.actor.kind !== 'resident' || !ctx.actor.consented) throw forbidden();
  return ctx.actor.accountId;
}
