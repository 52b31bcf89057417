// Fills actions of other pages with links to the form: home, a house, a search that found no house.
import type { Context } from '@zhkh/kernel/module.server';
import type { PageAction } from '@zhkh/ui/app-slots';

const FORM = '/complaints/new';

export async function reportFromHome(ctx: Context): Promise<PageAction> {
  return { label: ctx.t('complaints:house.report'), to: FORM };
}

export async function reportHouse(ctx: Context, { houseId }: { houseId: string }): Promise<PageAction | null> {
  if (ctx.actor.kind !== 'resident') return null;
  return { label: ctx.t('complaints:house.report'), to: `${FORM}?house=${houseId}` };
}

export async function reportTypedAddress(ctx: Context): Promise<PageAction> {
  return { label: ctx.t('complaints:house.report-typed'), to: FORM, note: ctx.t('complaints:house.report-typed-note') };
}
