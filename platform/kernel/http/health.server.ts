// For supervisors and balancers: alive (`/healthz`) and able to serve (`/readyz`). Answer on any host, tell no secret.
import type { RequestHandler } from 'express';
import pTimeout from 'p-timeout';
import type { HttpRuntime } from './load-context.server.ts';

export const alive: RequestHandler = (_req, res) => {
  res.set('Cache-Control', 'no-store').json({ ok: true });
};

export function readiness(runtime: Pick<HttpRuntime, 'ready'>, isStopping: () => boolean): RequestHandler {
  return async (_req, res) => {
    const state = isStopping() ? { ok: false, problems: ['stopping'] } : await stateOf(runtime);
    res
      .status(state.ok ? 200 : 503)
      .set('Cache-Control', 'no-store')
      .json(state);
  };
}

const LIMIT_MS = 3000;

function stateOf(runtime: Pick<HttpRuntime, 'ready'>): Promise<{ ok: boolean; problems: readonly string[] }> {
  const asked = runtime.ready().catch(() => ({ ok: false, problems: ['check failed'] }));
  return pTimeout(asked, { milliseconds: LIMIT_MS, fallback: () => ({ ok: false, problems: ['no answer in time'] }) });
}
