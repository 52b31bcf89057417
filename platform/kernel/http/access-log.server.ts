// One line per request: what was asked and how it ended. No query, no address, no secret of a path.
import type { RequestHandler } from 'express';
import type { Logger } from 'pino';

export function accessLog(log: Logger): RequestHandler {
  return (req, res, next) => {
    const start = performance.now();
    res.once('close', () => {
      const ms = Math.round(performance.now() - start);
      const { requestId, tenantSlug } = res.locals as { requestId?: string; tenantSlug?: string };
      const line = {
        requestId,
        tenant: tenantSlug,
        method: req.method,
        path: safePath(req.originalUrl),
        status: res.writableFinished ? res.statusCode : 499,
        ms,
      };
      if (res.statusCode >= 500) log.warn(line, 'request');
      else log.info(line, 'request');
    });
    next();
  };
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Invitation tokens stand in paths; ids are no secret and help to find what happened. */
export function safePath(url: string): string {
  const path = url.split('?')[0] ?? '';
  return path
    .split('/')
    .map((part) => (part.length >= 24 && !UUID.test(part) && !/\.[a-z0-9]{2,5}$/.test(part) ? '…' : part))
    .join('/')
    .slice(0, 300);
}
