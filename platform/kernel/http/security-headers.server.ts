// Sets security headers of every answer: CSP with a nonce, no framing, no sniffing, HSTS under https.
import { randomUUID } from 'node:crypto';
import type { RequestHandler, Response } from 'express';
import helmet from 'helmet';
import { RETRY_AFTER } from './refusals.server.ts';

export interface HeaderOptions {
  https: boolean;
  /** Vite's client speaks over a web socket and injects styles. */
  dev: boolean;
}

const nonceOf = (res: unknown) => `'nonce-${String((res as Response).locals.cspNonce)}'`;

export function securityHeaders({ https, dev }: HeaderOptions): RequestHandler {
  const protect = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'self'"],
        'script-src': ["'self'", (_req, res) => nonceOf(res)],
        'script-src-attr': ["'none'"],
        'style-src': dev ? ["'self'", "'unsafe-inline'"] : ["'self'", (_req, res) => nonceOf(res)],
        // React writes `style` attributes for bars and maps; they cannot load or run anything.
        'style-src-attr': ["'unsafe-inline'"],
        'img-src': ["'self'", 'data:', 'blob:'],
        'font-src': ["'self'"],
        'connect-src': dev ? ["'self'", 'ws:'] : ["'self'"],
        'object-src': ["'none'"],
        'base-uri': ["'none'"],
        'form-action': ["'self'"],
        'frame-ancestors': ["'none'"],
        'frame-src': ["'none'"],
        'worker-src': ["'self'"],
        'manifest-src': ["'self'"],
        ...(https && { 'upgrade-insecure-requests': [] }),
      },
    },
    strictTransportSecurity: https ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    crossOriginResourcePolicy: { policy: 'same-origin' },
    referrerPolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
    xPoweredBy: false,
  });
  return (req, res, next) => {
    res.locals.cspNonce = randomUUID().replaceAll('-', '');
    res.setHeader('Permissions-Policy', 'camera=(self), geolocation=(self), microphone=(), payment=(), usb=()');
    completeHeaders(res);
    protect(req, res, next);
  };
}

/** No shared cache keeps a page: what a route says of caching wins, everything else is the reader's own. */
function completeHeaders(res: Response): void {
  const writeHead = res.writeHead.bind(res) as (...args: unknown[]) => Response;
  res.writeHead = ((...args: unknown[]) => {
    // Remix drops headers of what an action throws.
    if (res.statusCode === 503 && !res.hasHeader('Retry-After')) res.setHeader('Retry-After', String(RETRY_AFTER));
    if (!res.hasHeader('Cache-Control')) {
      res.setHeader('Cache-Control', 'private, no-cache');
      res.vary('Cookie');
      res.vary('Accept-Language');
    }
    return writeHead(...args);
  }) as typeof res.writeHead;
}
