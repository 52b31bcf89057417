// Reads what every view of a request needs once: reference rows, the working calendar, the moment.
import type { Context } from '@zhkh/kernel/module.server';
import { calendarOf } from '../core/clocks.server.ts';
import type { ViewFacts } from './deadline.server.ts';
import { reference } from '../core/reference.server.ts';

export async function viewFactsOf(ctx: Context): Promise<ViewFacts> {
  const [known, calendar] = await Promise.all([reference(ctx), calendarOf(ctx)]);
  return { ctx, known, calendar, now: ctx.clock.now() };
}
