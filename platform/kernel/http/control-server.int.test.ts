// Servers of operators and partners: one host each, control-plane sessions, regions entered by slug.
import http, { type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ServerBuild } from '@remix-run/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startControlSession } from '../auth/control-session.server.ts';
import type { AppName } from '../module/define-ui.ts';
import { type TwoRegions, twoRegions } from '@zhkh/tools/testing';
import { createAppServer } from './create-server.server.ts';
import { forApp, forModule } from './builders-for.server.ts';

let regions: TwoRegions;
const servers: Server[] = [];
const ports: Partial<Record<AppName, number>> = {};
const cookies: Record<'operator' | 'support', string> = { operator: '', support: '' };

const control = forApp('superadmin');
const see = control.read({ can: 'platform.observe' }, async ({ control: c }) =>
  Response.json({ kind: c.actor.kind, app: c.app, region: (await c.region('omsk')).tenant.slug }),
);
const change = control.change({ can: 'platform.operate' }, () => Response.json({ done: true }));
const inside = forModule('platform').read({ can: 'signed-in' }, ({ ctx }) =>
  Response.json({ kind: ctx.actor.kind, region: ctx.tenant.slug }),
);

function build(): ServerBuild {
  const list = [
    { id: 'root', path: '', module: { default: () => null } },
    { id: 'see', parentId: 'root', path: 'see', module: { loader: see, action: change } },
    { id: 'region', parentId: 'root', path: 'regions/:slug/polls', module: { loader: inside } },
  ];
  const future = {
    v3_fetcherPersist: true,
    v3_relativeSplatPath: true,
    v3_throwAbortReason: true,
    v3_lazyRouteDiscovery: true,
    v3_singleFetch: true,
  };
  const routes = Object.fromEntries(list.map((route) => [route.id, route]));
  return {
    entry: { module: { default: () => new Response('page') } },
    routes,
    assets: { entry: { module: '', imports: [] }, routes, url: '', version: '1' },
    publicPath: '/',
    assetsBuildDirectory: '',
    future,
    isSpaMode: false,
  } as unknown as ServerBuild;
}

beforeAll(async () => {
  regions = await twoRegions([]);
  for (const app of ['superadmin', 'partner'] as const) {
    const server = http.createServer(
      await createAppServer({ app, folder: '/nonexistent', runtime: regions.runtime, build: async () => build() }),
    );
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    servers.push(server);
    ports[app] = (server.address() as AddressInfo).port;
  }
  for (const role of ['operator', 'support'] as const) cookies[role] = await signIn(role);
});
afterAll(async () => {
  for (const server of servers) server.close();
  await regions.close();
});

async function signIn(role: 'operator' | 'support'): Promise<string> {
  const { runtime } = regions;
  const accountId = crypto.randomUUID();
  await runtime.control
    .insertInto('operator_account')
    .values({ id: accountId, email: `${role}@x.example`, name: role, role, created_at: runtime.clock.now() })
    .execute();
  const cookie = await startControlSession(runtime, 'superadmin', {
    accountId,
    stage: 'full',
    client: { address: '', userAgent: '' },
    replaces: null,
  });
  return cookie.split(';')[0] ?? '';
}

function ask(app: 'superadmin' | 'partner', path: string, options: { cookie?: string; method?: string; host?: string } = {}) {
  const host = options.host ?? regions.config.apps[app].host;
  const headers = {
    host,
    ...(options.cookie && { cookie: options.cookie }),
    ...(options.method && { origin: `http://${host}` }),
  };
  return new Promise<{ status: number; location: string | undefined; body: string }>((resolve, reject) => {
    const req = http.request({ port: ports[app], host: '127.0.0.1', path, method: options.method ?? 'GET', headers }, (res) => {
      let body = '';
      res.on('data', (chunk) => (body += String(chunk)));
      res.on('end', () => resolve({ status: res.statusCode ?? 0, location: res.headers.location, body }));
    });
    req.on('error', reject);
    req.end();
  });
}

describe('the control plane', () => {
  it('answers on its own host only', async () => {
    expect((await ask('superadmin', '/see', { host: 'tyumen.localhost:3000' })).status).toBe(421);
    expect((await ask('partner', '/see', { host: regions.config.apps.superadmin.host })).status).toBe(421);
  });

  it('sends nobody to sign in, lets support look and operators act', async () => {
    expect(await ask('superadmin', '/see')).toMatchObject({ status: 302, location: '/sign-in?next=%2Fsee' });
    expect(JSON.parse((await ask('superadmin', '/see', { cookie: cookies.support })).body)).toEqual({
      kind: 'operator',
      app: 'superadmin',
      region: 'omsk',
    });
    expect((await ask('superadmin', '/see', { cookie: cookies.support, method: 'POST' })).status).toBe(403);
    expect((await ask('superadmin', '/see', { cookie: cookies.operator, method: 'POST' })).status).toBe(200);
  });

  it("does not take an operator's session for a partner's", async () => {
    const cookie = cookies.operator.replace('superadmin_', 'partner_');
    expect((await ask('partner', '/see', { cookie })).status).toBe(302);
  });

  it('enters a region by its slug, and none that does not exist', async () => {
    const cookie = cookies.operator;
    expect(JSON.parse((await ask('superadmin', '/regions/tyumen/polls', { cookie })).body)).toEqual({
      kind: 'operator',
      region: 'tyumen',
    });
    expect((await ask('superadmin', '/regions/moscow/polls', { cookie })).status).toBe(404);
    expect((await ask('superadmin', '/regions/tyumen/polls')).status).toBe(302);
  });
});
