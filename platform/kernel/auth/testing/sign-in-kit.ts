// Helpers of the sign-in tests: clients, requests with cookies, the code an SMS carried.
import { cookieName } from '../cookies.server.ts';
import type { AuthApp, AuthRuntime, Client } from '../auth-runtime.server.ts';
import type { Context } from '../../module/context.server.ts';

export const client = (address = '203.0.113.7'): Client => ({ address, userAgent: 'Mozilla/5.0 (Linux; Android 15) Chrome/140' });

/** The token inside a Set-Cookie value. */
export const tokenIn = (setCookie: string) => setCookie.slice(setCookie.indexOf('=') + 1, setCookie.indexOf(';'));

export function requestWith(runtime: Pick<AuthRuntime, 'config'>, setCookie: string | null, app: AuthApp = 'portal'): Request {
  const headers = setCookie ? { cookie: `${cookieName(runtime, app, 'sid')}=${tokenIn(setCookie)}` } : undefined;
  return new Request('http://tyumen.localhost:3000/', { headers });
}

/** What stands in the newest SMS to the phone. */
export async function codeSentTo(ctx: Pick<Context, 'db'>, phone: string): Promise<string> {
  const row = await ctx.db
    .selectFrom('outgoing_message')
    .select('text')
    .where('recipient', '=', phone)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow();
  const code = /\b\d{6}\b/.exec(row.text)?.[0];
  if (!code) throw new Error('The SMS holds no code');
  return code;
}

/** Any code but the right one. */
export const wrong = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');
