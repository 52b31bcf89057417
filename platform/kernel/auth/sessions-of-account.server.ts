// The sessions a person sees in the profile, and every way to end them.
import type { Context, Write } from '../module/context.server.ts';
import { clearCookie, type CookieRuntime, readCookie } from './cookies.server.ts';
import { hashToken } from './tokens.server.ts';

export interface SessionView {
  id: string;
  device: string;
  startedAt: string;
  seenAt: string;
  isThis: boolean;
}

export async function listSessions(
  ctx: Pick<Context, 'db' | 'clock'>,
  accountId: string,
  thisSessionId: string | null,
): Promise<SessionView[]> {
  const rows = await ctx.db
    .selectFrom('session')
    .select(['id', 'device', 'created_at', 'seen_at'])
    .where('account_id', '=', accountId)
    .where('stage', '=', 'full')
    .where('expires_at', '>', ctx.clock.now())
    .where('idle_until', '>', ctx.clock.now())
    .orderBy('seen_at', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    device: row.device,
    startedAt: row.created_at.toISOString(),
    seenAt: row.seen_at.toISOString(),
    isThis: row.id === thisSessionId,
  }));
}

/** Ends one session of the account; a foreign id ends nothing. */
export async function endOneSession(w: Pick<Write, 'db'>, accountId: string, sessionId: string): Promise<void> {
  await w.db.deleteFrom('session').where('id', '=', sessionId).where('account_id', '=', accountId).execute();
}

export async function endOtherSessions(w: Pick<Write, 'db'>, accountId: string, keep: string | null): Promise<void> {
  const all = w.db.deleteFrom('session').where('account_id', '=', accountId);
  await (keep ? all.where('id', '!=', keep) : all).execute();
}

/** Signs this browser out: the row goes first, the cookie after it. Returns Set-Cookie. */
export async function endSession(ctx: Pick<Context, 'write'>, runtime: CookieRuntime, request: Request): Promise<string> {
  const token = readCookie(runtime, 'portal', 'sid', request);
  if (token) await ctx.write((w) => w.db.deleteFrom('session').where('token_hash', '=', hashToken(token)).execute());
  return clearCookie(runtime, 'portal', 'sid');
}
