// /healthz: the process lives. /readyz: it sweeps and the control plane answers.
import { createServer, type Server } from 'node:http';
import type { Runtime } from '../runtime/runtime.server.ts';
import type { Sweep } from './sweep.server.ts';

const STALE_MS = 60_000;

async function readiness(runtime: Runtime, sweep: Sweep): Promise<{ ok: boolean; problems: readonly string[] }> {
  const state = await runtime.ready();
  const last = sweep.lastRound();
  const stale = last === null || runtime.clock.now().getTime() - last.getTime() > STALE_MS;
  return stale ? { ok: false, problems: [...state.problems, 'no round of the sweep has ended lately'] } : state;
}

export function serveHealth(runtime: Runtime, sweep: Sweep, port: number): Server {
  const server = createServer(async (request, response) => {
    const path = request.url?.split('?')[0];
    if (path !== '/healthz' && path !== '/readyz') {
      response.writeHead(404).end();
      return;
    }
    const state = path === '/healthz' ? { ok: true, problems: [] } : await readiness(runtime, sweep);
    response.writeHead(state.ok ? 200 : 503, { 'content-type': 'application/json' }).end(JSON.stringify(state));
  });
  server.listen(port);
  return server;
}
