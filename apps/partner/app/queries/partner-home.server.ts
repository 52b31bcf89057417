// The partner's first page: the business, the regions it serves, what is still to fill in, programmes.
import type { ControlContext } from '@zhkh/kernel/http.server';
import '../partner-tables.server.ts';

export interface Profile {
  name: string;
  inn: string;
  address: string;
  phone: string;
  openingHours: string;
  about: string;
}

export interface ServedRegion {
  slug: string;
  name: string;
  hue: number;
  chroma: number;
  serves: boolean;
}

export interface PartnerHome {
  email: string;
  person: string;
  business: string;
  profile: Profile | null;
  regions: ServedRegion[];
}

export async function partnerHome(control: ControlContext): Promise<PartnerHome> {
  const id = partnerId(control);
  const [account, profile, regions] = await Promise.all([
    control.db
      .selectFrom('partner_account')
      .select(['email', 'name', 'business_name'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow(),
    control.db.selectFrom('partner_profile').selectAll().where('account_id', '=', id).executeTakeFirst(),
    servedRegions(control, id),
  ]);
  return {
    email: account.email,
    person: account.name || account.email,
    business: profile?.name || account.business_name || account.email,
    profile: profile
      ? {
          name: profile.name,
          inn: profile.inn,
          address: profile.address,
          phone: profile.phone,
          openingHours: profile.opening_hours,
          about: profile.about,
        }
      : null,
    regions,
  };
}

export function partnerId(control: ControlContext): string {
  if (control.actor.kind !== 'partner') throw new Error('Only a partner has a business here');
  return control.actor.accountId;
}

async function servedRegions(control: ControlContext, id: string): Promise<ServedRegion[]> {
  const rows = await control.db
    .selectFrom('tenant')
    .leftJoin('partner_region', (join) =>
      join.onRef('partner_region.tenant_id', '=', 'tenant.id').on('partner_region.account_id', '=', id),
    )
    .select(['tenant.slug', 'tenant.name', 'tenant.name_en', 'tenant.brand', 'partner_region.since'])
    .where('tenant.state', '=', 'active')
    .orderBy('tenant.name')
    .execute();
  return rows.map((row) => ({
    slug: row.slug,
    name: control.locale === 'en' ? row.name_en : row.name,
    hue: row.brand.hue,
    chroma: row.brand.chroma,
    serves: row.since !== null,
  }));
}
