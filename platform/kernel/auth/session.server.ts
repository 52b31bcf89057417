// Sessions of a region: a random token in a cookie, its hash in the region's schema.
// Ended here means ended everywhere at once.
import type { Config } from '../config/config.ts';
import { fixedQuery } from '../db/fixed-query.server.ts';
import { newId } from '../db/ids.ts';
import type { TenantTables } from '../db/tables/index.server.ts';
import type { Locale } from '../i18n/locale.ts';
import type { Context, TenantDb, Write } from '../module/context.server.ts';
import type { Tenant } from '../tenancy/tenant.ts';
import type { Clock } from '../time/clock.ts';
import type { Kysely } from 'kysely';
import { type Actor, anonymous } from '../module/actor.ts';
import type { Client } from './auth-runtime.server.ts';
import { currentConsent } from './consent-texts.ts';
import { type CookieRuntime, readCookie, setCookie } from './cookies.server.ts';
import { deviceOf, isDueForTouch, type SessionLife, sessionLife } from './session-life.server.ts';
import type { SessionStage } from '../db/tables/auth.server.ts';
import { hashToken, newToken } from './tokens.server.ts';

export interface SessionRead {
  actor: Actor;
  locale: Locale | null;
  sessionId: string | null;
}

/** What reading a session needs of the process; no context exists yet at that moment. */
export interface SessionRuntime {
  config: Pick<Config, 'publicScheme'>;
  clock: Clock;
  dbOf(tenant: Tenant): TenantDb | Promise<TenantDb>;
}

const nobody: SessionRead = { actor: anonymous, locale: null, sessionId: null };

/** Who is asking. One query; an unfinished, expired or revoked session is nobody. */
export async function readSession(runtime: SessionRuntime, tenant: Tenant, request: Request): Promise<SessionRead> {
  const token = readCookie(runtime, 'portal', 'sid', request);
  if (!token) return nobody;
  const db = await runtime.dbOf(tenant);
  const [row] = await findByToken(db, { hash: hashToken(token) });
  if (!row) return nobody;
  const now = runtime.clock.now();
  const actor = actorOf(row);
  if (row.expires_at <= now || row.idle_until <= now || !actor) {
    if (row.stage === 'full') await db.deleteFrom('session').where('id', '=', row.id).execute();
    return nobody;
  }
  await touch(db, row, now);
  return { actor, locale: row.locale, sessionId: row.id };
}

const findByToken = fixedQuery((db, { hash }: { hash: Buffer }) =>
  db
    .selectFrom('session as s')
    .innerJoin('account as a', (join) => join.onRef('a.id', '=', 's.account_id').on('a.state', '=', 'active'))
    .leftJoin('membership as m', (join) => join.onRef('m.id', '=', 's.membership_id').on('m.ended_at', 'is', null))
    .leftJoin('consent as c', (join) =>
      join
        .onRef('c.account_id', '=', 'a.id')
        .on('c.purpose', '=', currentConsent.purpose)
        .on('c.text_version', '=', currentConsent.version)
        .on('c.withdrawn_at', 'is', null),
    )
    .select(['s.id', 's.account_id', 's.stage', 's.seen_at', 's.idle_until', 's.expires_at', 'a.kind', 'a.locale'])
    .select(['m.role', 'm.organisation_id', 'm.organisation_kind', 'm.territories', 'c.id as consent_id'])
    .where('s.token_hash', '=', hash),
);

type Row = Awaited<ReturnType<typeof findByToken>>[number];

function actorOf(row: Row): Actor | null {
  if (row.stage !== 'full') return null;
  if (row.kind === 'resident') {
    return { kind: 'resident', role: 'resident', accountId: row.account_id, consented: row.consent_id !== null };
  }
  if (!row.role || !row.organisation_id || !row.organisation_kind) return null;
  const organisation = { id: row.organisation_id, kind: row.organisation_kind };
  return { kind: 'staff', role: row.role, accountId: row.account_id, organisation, territories: row.territories };
}

async function touch(db: Kysely<TenantTables>, row: Row, now: Date): Promise<void> {
  const life = lifeOf(row.kind);
  if (!isDueForTouch(now, row.seen_at, life)) return;
  const idleUntil = new Date(now.getTime() + life.idleMs);
  await db.updateTable('session').set({ seen_at: now, idle_until: idleUntil }).where('id', '=', row.id).execute();
}

const lifeOf = (kind: 'resident' | 'staff'): SessionLife => (kind === 'resident' ? sessionLife.resident : sessionLife.staff);

export interface NewSession {
  accountId: string;
  kind: 'resident' | 'staff';
  membershipId: string | null;
  stage: SessionStage;
  client: Client;
}

/**
 * Starts a session and returns its Set-Cookie value. Always a new token: whatever the browser held before is not used
 * again, and `replaces` (the session it held) ends in the same transaction.
 */
export async function startSession(
  ctx: Pick<Context, 'clock'>,
  w: Pick<Write, 'db'>,
  runtime: CookieRuntime,
  input: NewSession & { replaces?: string | null },
): Promise<string> {
  const now = ctx.clock.now();
  const life = input.stage === 'full' ? lifeOf(input.kind) : sessionLife.unfinished;
  const token = newToken();
  if (input.replaces) await w.db.deleteFrom('session').where('id', '=', input.replaces).execute();
  await w.db
    .insertInto('session')
    .values({
      id: newId(),
      token_hash: hashToken(token),
      account_id: input.accountId,
      membership_id: input.membershipId,
      stage: input.stage,
      created_at: now,
      seen_at: now,
      idle_until: new Date(now.getTime() + life.idleMs),
      expires_at: new Date(now.getTime() + life.absoluteMs),
      device: deviceOf(input.client.userAgent),
    })
    .execute();
  return setCookie(runtime, 'portal', 'sid', token, life.absoluteMs);
}

/** A session by its cookie at whatever stage: for the pages between password and second factor, and for ending it. */
export async function readAnySession(ctx: Pick<Context, 'clock' | 'db'>, runtime: CookieRuntime, request: Request) {
  const token = readCookie(runtime, 'portal', 'sid', request);
  if (!token) return null;
  const row = await ctx.db
    .selectFrom('session as s')
    .innerJoin('account as a', 'a.id', 's.account_id')
    .select([
      's.id',
      's.account_id as accountId',
      's.membership_id as membershipId',
      's.stage',
      's.expires_at',
      's.idle_until',
      'a.kind',
      'a.email',
      'a.name',
    ])
    .where('s.token_hash', '=', hashToken(token))
    .where('a.state', '=', 'active')
    .executeTakeFirst();
  const now = ctx.clock.now();
  return row && row.expires_at > now && row.idle_until > now ? row : null;
}
