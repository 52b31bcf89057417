// What every view needs once per request: reference rows, the calendar, the moment.
import type { Context } from '@zhkh/kernel/module.server';
import { calendarOf } from './clocks.server.ts';
import type { Eyes } from './deadline-view.server.ts';
import { reference } from './reference.server.ts';

export async function openEyes(ctx: Context): Promise<Eyes> {
  const [known, calendar] = await Promise.all([reference(ctx), calendarOf(ctx)]);
  return { ctx, known, calendar, now: ctx.clock.now() };
}
