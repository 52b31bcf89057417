// For supervisors and balancers: alive (`/healthz`) and able to serve (`/readyz`). Answer on any host, tell no secret.
import type { RequestHandler } from 'express';
import type { HttpRuntime } from './load-context.server.ts';

export const alive: RequestHandler = (_req, res) => {
  res.set('Cache-Control', 'no-store').json({ ok: true });
};

export function readiness(runtime: Pick<HttpRuntime, 'ready'>, isStopping: () => boolean): RequestHandler {
  return async (_req, res) => {
    const state = isStopping() ? { ok: false, problems: ['stopping'] } : await withLimit(runtime.ready(), 3000);
    res
      .status(state.ok ? 200 : 503)
      .set('Cache-Control', 'no-store')
      .json(state);
  };
}

async function withLimit(check: Promise<{ ok: boolean; problems: readonly string[] }>, ms: number) {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<{ ok: false; problems: string[] }>((resolve) => {
    timer = setTimeout(() => resolve({ ok: false, problems: ['no answer in time'] }), ms);
  });
  try {
    return await Promise.race([check.catch(() => ({ ok: false, problems: ['check failed'] })), late]);
  } finally {
    clearTimeout(timer);
  }
}
