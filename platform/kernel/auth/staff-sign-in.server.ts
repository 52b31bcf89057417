// Staff sign-in: password opens the door to the second factor only; a passkey is both at once.
import { invalid } from '../errors/index.ts';
import type { Context } from '../module/context.server.ts';
import type { AuthRuntime, Client } from './auth-runtime.server.ts';
import { checkPasskey, passkeysOf, type PasskeySite } from './passkey.server.ts';
import { checkPassword } from './password.server.ts';
import { readAnySession, startSession } from './session.server.ts';
import { type AnyDb, membershipsOf, staffByEmail } from './staff-account.server.ts';
import { regionStore } from './stores.server.ts';
import type { SessionStage } from '../db/tables/auth.server.ts';
import { hasTotp } from './totp.server.ts';

/** Who may sign in by e-mail: an active staff account that works somewhere. */
async function findStaff(db: AnyDb, email: string) {
  const account = await staffByEmail(db, email);
  if (account?.state !== 'active') return null;
  return (await membershipsOf(db, account.id)).length > 0 ? account : null;
}

export async function signInWithPassword(
  ctx: Context,
  runtime: AuthRuntime,
  input: {
    email: string;
    password: string;
    client: Client;
    currentSessionId: string | null;
  },
): Promise<{ setCookie: string; stage: SessionStage }> {
  const store = regionStore(ctx, runtime);
  const accountId = await checkPassword(store, { ...input, findAccount: (email) => findStaff(ctx.db, email) });
  const secured = (await hasTotp(store, accountId)) || (await passkeysOf(store, accountId)).length > 0;
  const stage = secured ? 'second-factor' : 'enrol';
  return {
    setCookie: await enterAs(ctx, runtime, { ...input, accountId, stage, replaces: input.currentSessionId }),
    stage,
  };
}

/** A passkey with user verification is something one has and something one is: no second step. */
export async function signInWithPasskey(
  ctx: Context,
  runtime: AuthRuntime,
  site: PasskeySite,
  input: {
    token: string | null;
    answer: string;
    client: Client;
    currentSessionId: string | null;
    only?: string;
  },
): Promise<{ setCookie: string; kind: 'resident' | 'staff' }> {
  if (!input.token) throw invalid('auth.passkey-failed');
  const accountId = await checkPasskey(regionStore(ctx, runtime), site, {
    token: input.token,
    answer: input.answer,
    only: input.only,
  });
  const account = await ctx.db.selectFrom('account').select(['kind', 'state']).where('id', '=', accountId).executeTakeFirst();
  if (account?.state !== 'active') throw invalid('auth.passkey-failed');
  const setCookie = await enterAs(ctx, runtime, {
    accountId,
    stage: 'full',
    client: input.client,
    replaces: input.currentSessionId,
    kind: account.kind,
  });
  return { setCookie, kind: account.kind };
}

/** The unfinished session of this browser: password given, second factor not. */
export async function unfinishedSession(ctx: Context, runtime: AuthRuntime, request: Request) {
  const session = await readAnySession(ctx, runtime, request);
  return session && session.stage !== 'full' ? session : null;
}

/** The second factor was right: the unfinished session ends, a full one begins under a new token. */
export async function finishSignIn(
  ctx: Context,
  runtime: AuthRuntime,
  input: { sessionId: string; accountId: string; client: Client },
): Promise<string> {
  return enterAs(ctx, runtime, { accountId: input.accountId, stage: 'full', client: input.client, replaces: input.sessionId });
}

interface Entry {
  accountId: string;
  stage: SessionStage;
  client: Client;
  replaces: string | null;
  kind?: 'resident' | 'staff';
}

async function enterAs(ctx: Context, runtime: AuthRuntime, entry: Entry): Promise<string> {
  const kind = entry.kind ?? 'staff';
  const membership = kind === 'staff' ? (await membershipsOf(ctx.db, entry.accountId)).at(0) : undefined;
  if (kind === 'staff' && !membership) throw invalid('auth.sign-in-failed');
  return ctx.write(async (w) => {
    if (entry.stage === 'full') await w.audit('auth.signed-in', { type: 'account', id: entry.accountId }, { by: kind });
    return startSession(ctx, w, runtime, { ...entry, kind, membershipId: membership?.id ?? null });
  });
}

/** Works for another of one's organisations: a new session, because the rights are others. Returns Set-Cookie. */
export async function switchMembership(
  ctx: Context,
  runtime: AuthRuntime,
  input: {
    accountId: string;
    membershipId: string;
    client: Client;
    currentSessionId: string;
  },
): Promise<string> {
  const membership = (await membershipsOf(ctx.db, input.accountId)).find((one) => one.id === input.membershipId);
  if (!membership) throw invalid('auth.sign-in-failed');
  return ctx.write((w) =>
    startSession(ctx, w, runtime, {
      accountId: input.accountId,
      kind: 'staff',
      membershipId: membership.id,
      stage: 'full',
      client: input.client,
      replaces: input.currentSessionId,
    }),
  );
}
