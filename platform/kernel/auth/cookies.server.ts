// Cookies of sign-in: one name per app (cookies ignore ports), `__Host-` under https, never readable by scripts.
import type { Config } from '../config/config.ts';
import type { AuthApp } from './auth-runtime.server.ts';

export type CookieKind = 'sid' | 'step';

/** Cookies know of the process only whether it speaks https. */
export interface CookieRuntime {
  config: Pick<Config, 'publicScheme'>;
}

const isSecure = (runtime: CookieRuntime) => runtime.config.publicScheme === 'https';

export function cookieName(runtime: CookieRuntime, app: AuthApp, kind: CookieKind): string {
  return `${isSecure(runtime) ? '__Host-' : ''}${app}_${kind}`;
}

/** The token, or null. A cookie sent twice is nobody's: one of the two was planted. */
export function readCookie(runtime: CookieRuntime, app: AuthApp, kind: CookieKind, request: Request): string | null {
  const name = cookieName(runtime, app, kind);
  const found = (request.headers.get('cookie') ?? '')
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => pair.slice(name.length + 1));
  const [token] = found;
  return found.length === 1 && token && /^[A-Za-z0-9_-]{43}$/.test(token) ? token : null;
}

export function setCookie(runtime: CookieRuntime, app: AuthApp, kind: CookieKind, token: string, maxAgeMs: number): string {
  const secure = isSecure(runtime) ? '; Secure' : '';
  return `${cookieName(runtime, app, kind)}=${token}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${Math.floor(maxAgeMs / 1000)}${secure}`;
}

export function clearCookie(runtime: CookieRuntime, app: AuthApp, kind: CookieKind): string {
  return setCookie(runtime, app, kind, '', 0);
}
