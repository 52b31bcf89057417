// Staff of the region's organisations: the account behind an e-mail, its memberships, who works where.
import type { Kysely } from 'kysely';
import type { TenantTables } from '../db/tables/index.server.ts';
import { normaliseEmail } from './email.server.ts';
import type { StaffRole } from '../db/tables/auth.server.ts';

/** A connection or an open transaction of the region. */
export type AnyDb = Kysely<TenantTables>;

export async function staffByEmail(db: AnyDb, typed: string) {
  const email = normaliseEmail(typed);
  if (!email) return null;
  const row = await db
    .selectFrom('account')
    .select(['id', 'email', 'name', 'state'])
    .where('email', '=', email)
    .where('kind', '=', 'staff')
    .executeTakeFirst();
  return row ?? null;
}

/** Memberships that live, the oldest first. */
export async function membershipsOf(db: AnyDb, accountId: string) {
  return db
    .selectFrom('membership')
    .select([
      'id',
      'role',
      'organisation_id as organisationId',
      'organisation_kind as organisationKind',
      'organisation_name as organisationName',
    ])
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .orderBy('created_at')
    .execute();
}

/** Somebody of the organisation can sign in: it has a cabinet. */
export async function hasCabinet(db: AnyDb, organisationId: string): Promise<boolean> {
  const row = await db
    .selectFrom('membership as m')
    .innerJoin('account as a', 'a.id', 'm.account_id')
    .select('m.id')
    .where('m.organisation_id', '=', organisationId)
    .where('m.ended_at', 'is', null)
    .where('a.state', '=', 'active')
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

export interface Member {
  membershipId: string;
  accountId: string;
  name: string;
  email: string | null;
  role: StaffRole;
  lastSeenAt: Date | null;
}

export async function membersOf(db: AnyDb, organisationId: string): Promise<Member[]> {
  const rows = await db
    .selectFrom('membership as m')
    .innerJoin('account as a', 'a.id', 'm.account_id')
    .leftJoin('session as s', (join) => join.onRef('s.membership_id', '=', 'm.id').on('s.stage', '=', 'full'))
    .select(['m.id as membershipId', 'a.id as accountId', 'a.name', 'a.email', 'm.role'])
    .select((eb) => eb.fn.max('s.seen_at').as('lastSeenAt'))
    .where('m.organisation_id', '=', organisationId)
    .where('m.ended_at', 'is', null)
    .groupBy(['m.id', 'a.id', 'a.name', 'a.email', 'm.role', 'm.created_at'])
    .orderBy('m.created_at')
    .execute();
  return rows.map((row) => ({ ...row, lastSeenAt: row.lastSeenAt ?? null }));
}
