// What every page of the portal is told: region, language, who is here, which modules are on and what they may.
import type { Actor } from '@zhkh/kernel/auth';
import type { Context } from '@zhkh/kernel/module.server';

export interface PortalData {
  region: { name: string; slug: string; hue: number; chroma: number };
  locale: Context['locale'];
  zone: string;
  now: string;
  on: string[];
  may: string[];
  who: 'anonymous' | 'resident' | 'company' | 'authority';
  cabinet: string | null;
}

export function portalData(ctx: Context): PortalData {
  const { tenant, actor } = ctx;
  return {
    region: { name: regionName(ctx), slug: tenant.slug, hue: tenant.brand.hue, chroma: tenant.brand.chroma },
    locale: ctx.locale,
    zone: tenant.timeZone,
    now: ctx.clock.now().toISOString(),
    on: [...ctx.modules],
    may: [...ctx.ability.permissions],
    who: whoIs(actor),
    cabinet: cabinetOf(actor),
  };
}

export const regionName = ({ tenant, locale }: Pick<Context, 'tenant' | 'locale'>) =>
  locale === 'en' ? tenant.nameEn : tenant.name;

/** Where staff work; null for those without a cabinet. */
export function cabinetOf(actor: Actor): string | null {
  if (actor.kind !== 'staff') return null;
  return actor.organisation.kind === 'company' ? '/company/inbox' : '/authority';
}

function whoIs(actor: Actor): PortalData['who'] {
  if (actor.kind === 'staff') return actor.organisation.kind;
  return actor.kind === 'resident' ? 'resident' : 'anonymous';
}
