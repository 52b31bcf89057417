// What the form of a new region offers: zones, plans, and the base of its first address.
import type { ControlContext } from '@zhkh/kernel/http.server';
import { zones } from '../domain/region-input.ts';
import type { Choices } from '../ui/region-form.tsx';

export async function newRegionChoices(control: ControlContext, portalHost: string): Promise<Choices> {
  const plans = await control.db.selectFrom('plan').select(['code', 'title', 'title_en']).orderBy('position').execute();
  return {
    zones,
    plans: plans.map((plan) => ({ code: plan.code, title: control.locale === 'en' ? plan.title_en : plan.title })),
    hostBase: `.${portalHost}`,
  };
}
