// Where to go after sign-in: only a path of this very site.
const controlOrSpace = /[\u0000-\u0020\u007f\\]/;

/** Returns `next` when it is a local path, else the fallback. `//host`, `/\host`, schemes and control characters are refused. */
export function localPath(next: string | null | undefined, fallback = '/'): string {
  if (!next || next.length > 500 || !next.startsWith('/') || next.startsWith('//') || controlOrSpace.test(next)) return fallback;
  const url = new URL(next, 'http://local.invalid');
  if (url.origin !== 'http://local.invalid') return fallback;
  const path = `${url.pathname}${url.search}${url.hash}`;
  return path.startsWith('//') ? fallback : path;
}

/** A link that carries `next` along. */
export function withNext(path: string, next: string): string {
  return next === '/' ? path : `${path}?next=${encodeURIComponent(next)}`;
}
