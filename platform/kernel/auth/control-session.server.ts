// Sessions above the regions: operators (superadmin) and partner businesses.
// Same rules as in a region, other tables and lives.
import { newId } from '../db/ids.ts';
import type { Locale } from '../i18n/locale.ts';
import { type Actor, anonymous } from '../module/actor.ts';
import type { AuthRuntime, Client } from './auth-runtime.server.ts';
import { clearCookie, readCookie, setCookie } from './cookies.server.ts';
import { normaliseEmail } from './email.server.ts';
import { deviceOf, isDueForTouch, sessionLife } from './session-life.server.ts';
import type { SessionStage } from '../db/tables/auth.server.ts';
import { hashToken, newToken } from './tokens.server.ts';

export type ControlApp = 'superadmin' | 'partner';

export interface ControlSessionRead {
  actor: Actor;
  /** Of a signed-in account; null = nobody. */
  role: 'operator' | 'support' | 'partner' | null;
  locale: Locale | null;
  sessionId: string | null;
}

const nobody: ControlSessionRead = { actor: anonymous, role: null, locale: null, sessionId: null };
const lifeOf = (app: ControlApp) => (app === 'superadmin' ? sessionLife.operator : sessionLife.partner);

type SessionTable = 'operator_session';
/** Both session tables have the same columns; the builder is typed by one of their names. */
export const sessionTable = (app: ControlApp) => (app === 'superadmin' ? 'operator_session' : 'partner_session') as SessionTable;

export interface ControlAccount {
  id: string;
  email: string;
  name: string;
  locale: Locale | null;
  role: 'operator' | 'support' | 'partner';
}

async function accountBy(
  runtime: AuthRuntime,
  app: ControlApp,
  column: 'id' | 'email',
  value: string,
): Promise<ControlAccount | null> {
  if (app === 'superadmin') {
    const row = await runtime.control
      .selectFrom('operator_account')
      .select(['id', 'email', 'name', 'locale', 'role'])
      .where(column, '=', value)
      .where('state', '=', 'active')
      .executeTakeFirst();
    return row ?? null;
  }
  const row = await runtime.control
    .selectFrom('partner_account')
    .select(['id', 'email', 'name', 'locale'])
    .where(column, '=', value)
    .where('state', '=', 'active')
    .executeTakeFirst();
  return row ? { ...row, role: 'partner' } : null;
}

export async function controlAccountByEmail(
  runtime: AuthRuntime,
  app: ControlApp,
  email: string,
): Promise<ControlAccount | null> {
  const normal = normaliseEmail(email);
  return normal ? accountBy(runtime, app, 'email', normal) : null;
}

/** The session of this browser at whatever stage, with its account. */
export async function readAnyControlSession(runtime: AuthRuntime, app: ControlApp, request: Request) {
  const token = readCookie(runtime, app, 'sid', request);
  if (!token) return null;
  const row = await runtime.control
    .selectFrom(sessionTable(app))
    .selectAll()
    .where('token_hash', '=', hashToken(token))
    .executeTakeFirst();
  const now = runtime.clock.now();
  if (!row) return null;
  if (row.expires_at <= now || row.idle_until <= now) {
    await runtime.control.deleteFrom(sessionTable(app)).where('id', '=', row.id).execute();
    return null;
  }
  const account = await accountBy(runtime, app, 'id', row.account_id);
  return account ? { id: row.id, stage: row.stage, seenAt: row.seen_at, account } : null;
}

export async function readControlSession(runtime: AuthRuntime, app: ControlApp, request: Request): Promise<ControlSessionRead> {
  const session = await readAnyControlSession(runtime, app, request);
  if (session?.stage !== 'full') return nobody;
  const now = runtime.clock.now();
  if (isDueForTouch(now, session.seenAt, lifeOf(app))) {
    const idleUntil = new Date(now.getTime() + lifeOf(app).idleMs);
    await runtime.control
      .updateTable(sessionTable(app))
      .set({ seen_at: now, idle_until: idleUntil })
      .where('id', '=', session.id)
      .execute();
  }
  const { account } = session;
  const accountId = account.id;
  const actor: Actor =
    app === 'superadmin' ? { kind: 'operator', role: 'operator', accountId } : { kind: 'partner', role: 'partner', accountId };
  return { actor, role: account.role, locale: account.locale, sessionId: session.id };
}

/** Returns Set-Cookie. A new token every time; `replaces` ends in the same transaction. */
export async function startControlSession(
  runtime: AuthRuntime,
  app: ControlApp,
  input: {
    accountId: string;
    stage: SessionStage;
    client: Client;
    replaces: string | null;
  },
): Promise<string> {
  const now = runtime.clock.now();
  const life = input.stage === 'full' ? lifeOf(app) : sessionLife.unfinished;
  const token = newToken();
  await runtime.control.transaction().execute(async (db) => {
    if (input.replaces) await db.deleteFrom(sessionTable(app)).where('id', '=', input.replaces).execute();
    await db
      .insertInto(sessionTable(app))
      .values({
        id: newId(),
        token_hash: hashToken(token),
        account_id: input.accountId,
        stage: input.stage,
        created_at: now,
        seen_at: now,
        idle_until: new Date(now.getTime() + life.idleMs),
        expires_at: new Date(now.getTime() + life.absoluteMs),
        device: deviceOf(input.client.userAgent),
      })
      .execute();
  });
  return setCookie(runtime, app, 'sid', token, life.absoluteMs);
}

export async function endControlSession(runtime: AuthRuntime, app: ControlApp, request: Request): Promise<string> {
  const token = readCookie(runtime, app, 'sid', request);
  if (token) await runtime.control.deleteFrom(sessionTable(app)).where('token_hash', '=', hashToken(token)).execute();
  return clearCookie(runtime, app, 'sid');
}
