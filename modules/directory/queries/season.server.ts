// The heating season of the region at a moment.
import type { Context } from '@zhkh/kernel/module.server';
import { monthDayIn, seasonOn } from '../domain/season.ts';
import type { DirectorySettings } from '../settings.ts';

export async function season(ctx: Context, at: Date): Promise<'winter' | 'summer'> {
  const settings = await ctx.settings<DirectorySettings>('directory');
  return seasonOn(monthDayIn(at, ctx.tenant.timeZone), settings);
}
