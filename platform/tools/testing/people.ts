// Contexts of every kind of person in a region, with the account rows that foreign keys ask for.
import { type Actor, anonymous } from '@zhkh/kernel/auth';
import { newId } from '@zhkh/kernel/db/ids';
import type { Context } from '@zhkh/kernel/module.server';
import type { RegionSlug } from './regions.ts';
import type { TwoRegions } from './two-regions.ts';
import '@zhkh/kernel/db.server';

export interface ResidentFacts {
  phone?: string;
  name?: string;
  consented?: boolean;
}

export interface EmployeeFacts {
  companyId?: string;
  companyName?: string;
  admin?: boolean;
  email?: string;
}

export interface OfficialFacts {
  authorityId?: string;
  territories?: readonly string[] | null;
  admin?: boolean;
  email?: string;
}

let counter = 0;
const number = () => ++counter;

export function contextOf(regions: TwoRegions, slug: RegionSlug, actor: Actor): Promise<Context> {
  return regions.runtime.contextFor(regions.region(slug), actor, { locale: 'ru', requestId: newId() });
}

export const anonymousIn = (regions: TwoRegions, slug: RegionSlug) => contextOf(regions, slug, anonymous);

/** A job of the region itself. */
export const systemIn = (regions: TwoRegions, slug: RegionSlug) => regions.runtime.systemContext(regions.region(slug));

export async function asResident(regions: TwoRegions, slug: RegionSlug, facts: ResidentFacts = {}): Promise<Context> {
  const phone = facts.phone ?? `+7912${String(1_000_000 + number()).padStart(7, '0')}`;
  const accountId = await addAccount(regions, slug, { kind: 'resident', phone, email: null, name: facts.name ?? '' });
  return contextOf(regions, slug, { kind: 'resident', role: 'resident', accountId, consented: facts.consented ?? true });
}

export async function asEmployee(regions: TwoRegions, slug: RegionSlug, facts: EmployeeFacts = {}): Promise<Context> {
  const organisation = { id: facts.companyId ?? newId(), kind: 'company' as const };
  const role = facts.admin ? ('company-admin' as const) : ('company-employee' as const);
  const accountId = await addStaff(regions, slug, {
    email: facts.email,
    role,
    organisation,
    name: facts.companyName ?? 'УО «Проверка»',
    territories: null,
  });
  return contextOf(regions, slug, { kind: 'staff', role, accountId, organisation, territories: null });
}

export async function asOfficial(regions: TwoRegions, slug: RegionSlug, facts: OfficialFacts = {}): Promise<Context> {
  const organisation = { id: facts.authorityId ?? newId(), kind: 'authority' as const };
  const role = facts.admin ? ('region-admin' as const) : ('official' as const);
  const territories = facts.territories ?? null;
  const accountId = await addStaff(regions, slug, {
    email: facts.email,
    role,
    organisation,
    name: 'Департамент ЖКХ',
    territories,
  });
  return contextOf(regions, slug, { kind: 'staff', role, accountId, organisation, territories });
}

/** Operators live in the control plane: the region has no row of them. */
export const asOperator = (regions: TwoRegions, slug: RegionSlug) =>
  contextOf(regions, slug, { kind: 'operator', role: 'operator', accountId: newId() });

interface AccountFacts {
  kind: 'resident' | 'staff';
  phone: string | null;
  email: string | null;
  name: string;
}

async function addAccount(regions: TwoRegions, slug: RegionSlug, facts: AccountFacts): Promise<string> {
  const id = newId();
  const db = regions.runtime.dbOf(regions.region(slug));
  await db
    .insertInto('account')
    .values({ id, ...facts, locale: null, state: 'active', created_at: regions.clock.now() })
    .execute();
  return id;
}

interface StaffFacts {
  email: string | undefined;
  role: 'company-employee' | 'company-admin' | 'official' | 'region-admin';
  organisation: { id: string; kind: 'company' | 'authority' };
  name: string;
  territories: readonly string[] | null;
}

async function addStaff(
  regions: TwoRegions,
  slug: RegionSlug,
  { email, role, organisation, name, territories }: StaffFacts,
): Promise<string> {
  const accountId = await addAccount(regions, slug, {
    kind: 'staff',
    phone: null,
    email: email ?? `staff-${number()}@zhkh.test`,
    name: 'Сотрудник',
  });
  const db = regions.runtime.dbOf(regions.region(slug));
  await db
    .insertInto('membership')
    .values({
      id: newId(),
      account_id: accountId,
      role,
      organisation_kind: organisation.kind,
      organisation_id: organisation.id,
      organisation_name: name,
      territories: territories === null ? null : [...territories],
      created_at: regions.clock.now(),
      ended_at: null,
    })
    .execute();
  return accountId;
}
