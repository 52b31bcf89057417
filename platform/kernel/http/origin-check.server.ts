// Refuses requests that another site makes a browser send.
// Stands before routing, so resource routes are covered too.
import type { IncomingHttpHeaders } from 'node:http';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Origin decides when it is there, Sec-Fetch-Site where it is not. With a cookie and neither of them the request is refused:
 * every browser in use sends one of the two with a form.
 */
export function isForeign(method: string, headers: IncomingHttpHeaders, ownOrigin: string): boolean {
  if (SAFE.has(method)) return false;
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return true;
  const origin = headers.origin;
  if (origin !== undefined) return origin.toLowerCase() !== ownOrigin;
  return headers.cookie !== undefined && site === undefined;
}
