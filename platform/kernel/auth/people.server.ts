// Answers modules about the people behind an id: a name, how to reach them, where they work.
import type { AnyDb } from './staff-account.server.ts';

/** The name of an employee or official; empty for an unknown account. */
export async function nameOf(db: AnyDb, accountId: string): Promise<string> {
  const row = await db.selectFrom('account').select('name').where('id', '=', accountId).executeTakeFirst();
  return row?.name ?? '';
}

export interface Reach {
  phone: string | null;
  email: string | null;
  locale: 'ru' | 'en';
}

/** How to write to a person; null for an account that is unknown, blocked or erased. */
export async function reachOf(db: AnyDb, accountId: string): Promise<Reach | null> {
  const row = await db
    .selectFrom('account')
    .select(['phone', 'email', 'locale'])
    .where('id', '=', accountId)
    .where('state', '=', 'active')
    .executeTakeFirst();
  return row ? { ...row, locale: row.locale ?? 'ru' } : null;
}

export interface Employee {
  name: string;
  email: string | null;
  /** As the organisation is named in the invitation. */
  organisation: string;
}

/** The person as an employee of this organisation; null when they do not work there now. */
export async function employeeOf(db: AnyDb, accountId: string, organisationId: string): Promise<Employee | null> {
  const row = await db
    .selectFrom('membership')
    .innerJoin('account', 'account.id', 'membership.account_id')
    .select(['account.name', 'account.email', 'membership.organisation_name as organisation'])
    .where('membership.account_id', '=', accountId)
    .where('membership.organisation_id', '=', organisationId)
    .where('membership.ended_at', 'is', null)
    .executeTakeFirst();
  return row ?? null;
}

/** Empty for an unknown authority. */
export async function authorityNameOf(db: AnyDb, id: string): Promise<string> {
  const row = await db.selectFrom('authority').select('name').where('id', '=', id).executeTakeFirst();
  return row?.name ?? '';
}

/** The account of a telephone number as it is stored (E.164). */
export async function accountByPhone(db: AnyDb, phone: string): Promise<string | null> {
  const row = await db.selectFrom('account').select('id').where('phone', '=', phone).executeTakeFirst();
  return row?.id ?? null;
}
