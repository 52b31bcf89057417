// Which language a request is answered in: the query, then the cookie, then the browser's wish, then Russian.
import { isLocale, type Locale, locales } from './locale.ts';

export const LOCALE_COOKIE = 'lang';

export function pickLocale(request: Request): Locale {
  const asked = new URL(request.url).searchParams.get('lang');
  if (isLocale(asked)) return asked;
  const kept = cookieOf(request.headers.get('cookie'), LOCALE_COOKIE);
  if (isLocale(kept)) return kept;
  return wished(request.headers.get('accept-language')) ?? locales[0];
}

/** Kept for a year; readable by nobody but the server. */
export function localeCookie(locale: Locale): string {
  return `${LOCALE_COOKIE}=${locale}; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly`;
}

function cookieOf(header: string | null, name: string): string | undefined {
  for (const part of (header ?? '').split(';')) {
    const [key, value] = part.trim().split('=');
    if (key === name) return value;
  }
  return undefined;
}

function wished(header: string | null): Locale | undefined {
  const order = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', quality] = part.trim().split(';q=');
      return { language: tag.toLowerCase().split('-')[0], weight: quality ? Number(quality) : 1 };
    })
    .sort((a, b) => b.weight - a.weight);
  return order.map((one) => one.language).find((one): one is Locale => isLocale(one));
}
