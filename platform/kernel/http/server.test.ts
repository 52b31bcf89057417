// The server over a real socket: hosts, origins, headers, health, machine endpoints, refusals before Remix.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import http, { type IncomingHttpHeaders, type Server } from 'node:http';
import net, { type AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { Writable } from 'node:stream';
import type { ServerBuild } from '@remix-run/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { buildAbility } from '../auth/ability.server.ts';
import type { Actor } from '../module/actor.ts';
import { testConfig } from '../config/index.server.ts';
import { createLogger } from '../log/create-logger.server.ts';
import type { Context } from '../module/context.server.ts';
import { createRegistry } from '../module/registry.server.ts';
import type { Tenant } from '../tenancy/tenant.ts';
import { systemClock } from '../time/clock.ts';
import { safePath } from './access-log.server.ts';
import { createAppServer } from './create-server.server.ts';
import type { Endpoint } from '../module/endpoint.server.ts';
import { forApp } from './builders-for.server.ts';
import type { HttpRuntime } from './load-context.server.ts';

const { read: loader, change: action } = forApp('portal');
let lines = '';
const sink = new Writable({ write: (chunk, _e, done) => done(void (lines += String(chunk)) as unknown as null) });
let faults = 0;

const endpoint: Endpoint = {
  path: '/api/polls',
  method: 'POST',
  module: 'polls',
  can: 'public',
  query: z.strictObject({ page: z.string() }),
  run: async ({ request }) => ({
    status: 200,
    body: `${Buffer.from(request.body).toString()} ${String(request.headers.get('cookie'))}`,
  }),
};
const polls = {
  id: 'polls',
  permissions: { module: 'polls', names: {}, rules: () => undefined },
  endpoints: [endpoint],
  handlers: [],
  jobs: [],
} as unknown as Parameters<typeof createRegistry>[0][number];

function fakeRuntime(): HttpRuntime {
  const tenant = (slug: string, state = 'active') =>
    ({ id: slug, slug, state, hosts: [`${slug}.localhost:3000`] }) as unknown as Tenant;
  const hosts = new Map([
    ['tyumen.localhost:3000', tenant('tyumen')],
    ['closed.localhost:3000', tenant('closed', 'suspended')],
  ]);
  const t = (key: string) => key;
  return {
    config: testConfig({ databaseUrl: 'postgres://nobody@127.0.0.1:1/none', dataDir: '/nonexistent' }),
    registry: createRegistry([polls]),
    control: {} as HttpRuntime['control'],
    clock: systemClock,
    log: createLogger({ level: 'info', name: 'test', to: sink }),
    tenants: {
      byHost: async (host) => {
        if (faults > 0)
          throw Object.assign(new Error('connect ECONNREFUSED 10.1.2.3:5432'), { code: 'ECONNREFUSED', left: (faults -= 1) });
        return hosts.get(host);
      },
      bySlug: async () => undefined,
    },
    parts: { translatorFor: () => t },
    dbOf: () => ({}) as never,
    contextFor: async (region: Tenant, actor: Actor) =>
      ({
        tenant: region,
        actor,
        ability: buildAbility([], actor),
        modules: new Set(['polls']),
        t,
        log: createLogger({ level: 'silent', name: 'test' }),
      }) as unknown as Context,
    ready: async () => ({ ok: true, problems: ['region omsk lacks migrations'] }),
    close: async () => undefined,
  };
}

/** A build as Remix would make it, with resource routes only: no page is drawn. */
function build(routes: Record<string, { path: string; module: Record<string, unknown> }>): ServerBuild {
  const entries = Object.entries(routes).map(([id, { path, module }]) => [id, { id, parentId: 'root', path, module }] as const);
  const root = { id: 'root', path: '', module: { default: () => null } };
  const manifest = {
    entry: { module: '', imports: [] },
    routes: Object.fromEntries([
      ['root', { id: 'root', path: '', hasLoader: false }],
      ...entries.map(([id, r]) => [id, { ...r, hasLoader: true }]),
    ]),
    url: '',
    version: '1',
  };
  const future = {
    v3_fetcherPersist: true,
    v3_relativeSplatPath: true,
    v3_throwAbortReason: true,
    v3_lazyRouteDiscovery: true,
    v3_singleFetch: true,
  };
  return {
    entry: { module: { default: () => new Response('page') } },
    routes: { root, ...Object.fromEntries(entries) },
    assets: manifest,
    publicPath: '/',
    assetsBuildDirectory: '',
    future,
    isSpaMode: false,
  } as unknown as ServerBuild;
}

const app = build({
  echo: {
    path: 'echo',
    module: {
      loader: loader(
        { can: 'public' },
        ({ request, http: facts }) => new Response(JSON.stringify({ url: request.url, ...facts })),
      ),
      action: action({ can: 'public', form: z.strictObject({ a: z.string() }) }, ({ form }) => new Response(form.a)),
    },
  },
});

let server: Server;
let port: number;
const folder = mkdtempSync(path.join(os.tmpdir(), 'zhkh-app-'));
beforeAll(async () => {
  mkdirSync(path.join(folder, 'build/client/assets'), { recursive: true });
  writeFileSync(path.join(folder, 'build/client/assets/a-1.js'), 'let a = 1;\n'.repeat(500));
  writeFileSync(path.join(folder, 'build/client/icon.svg'), '<svg/>');
  writeFileSync(path.join(folder, 'build/secret.js'), 'no');
  server = http.createServer(await createAppServer({ app: 'portal', folder, runtime: fakeRuntime(), build: async () => app }));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

interface Got {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}
function ask(path: string, headers: Record<string, string> = {}, method = 'GET', body = ''): Promise<Got> {
  return new Promise((resolve, reject) => {
    const given = {
      host: 'tyumen.localhost:3000',
      ...(body && { 'content-type': 'application/x-www-form-urlencoded', 'content-length': String(Buffer.byteLength(body)) }),
      ...headers,
    };
    const req = http.request({ port, host: '127.0.0.1', path, method, headers: given }, (res) => {
      let text = '';
      res.on('data', (chunk) => (text += String(chunk)));
      res.on('end', () => resolve({ status: res.statusCode ?? 0, headers: res.headers, body: text }));
    });
    req.on('error', reject);
    req.end(body);
  });
}
const raw = (request: string): Promise<string> =>
  new Promise((resolve) => {
    const socket = net.connect(port, '127.0.0.1', () => socket.end(request));
    let text = '';
    socket.on('data', (chunk) => (text += String(chunk)));
    socket.on('close', () => resolve(text));
  });

describe('hosts', () => {
  it.each(['TYUMEN.localhost:3000', 'tyumen.localhost:3000'])('%s is a region', async (host) =>
    expect((await ask('/echo', { host })).status).toBe(200),
  );
  it.each([
    'evil.example',
    'omsk.localhost:3000',
    'tyumen.localhost',
    'tyumen.localhost:3001',
    'localhost:3000',
    '127.0.0.1:3000',
    'xtyumen.localhost:3000',
  ])('%s is 421 and is not echoed', async (host) => {
    const { status, body, headers } = await ask('/echo', { host });
    expect([status, body.includes(host)]).toEqual([421, false]);
    expect(headers['content-type']).toMatch(/html/);
  });
  it.each(['tyumen.localhost:3000.', 'a b', 'tyumen.localhost:3000@evil', '[::1]:3000', 'tyumen.localhost:3000/x', 'тюмень.рф'])(
    '%s is 400',
    async (host) => {
      expect((await ask('/echo', { host: encodeURI(host).replaceAll('%20', ' ') })).status).toBe(400);
    },
  );
  it('two Host lines, an absolute target and //evil are 400', async () => {
    expect(await raw('GET /echo HTTP/1.1\r\nHost: tyumen.localhost:3000\r\nHost: evil\r\n\r\n')).toMatch(/^HTTP\/1.1 400/);
    expect(await raw('GET http://evil/echo HTTP/1.1\r\nHost: tyumen.localhost:3000\r\n\r\n')).toMatch(/^HTTP\/1.1 400/);
    expect((await ask('//evil/x')).status).toBe(400);
  });
  it('forwarded headers of nobody we know change nothing', async () => {
    const { body } = await ask('/echo', {
      'x-forwarded-host': 'evil.example',
      'x-forwarded-proto': 'https',
      'x-forwarded-for': '6.6.6.6',
    });
    expect(JSON.parse(body)).toMatchObject({
      url: 'http://tyumen.localhost:3000/echo',
      address: '127.0.0.1',
      origin: 'http://tyumen.localhost:3000',
      secure: false,
    });
  });
  it('a suspended region says so', async () =>
    expect(await ask('/echo', { host: 'closed.localhost:3000' })).toMatchObject({
      status: 503,
      headers: { 'retry-after': '3600' },
    }));
});

describe('origins', () => {
  const own = 'http://tyumen.localhost:3000';
  const cookie = 'portal_sid=x';
  it.each<[string, Record<string, string>, number]>([
    ['own origin', { origin: own, cookie }, 200],
    ['own origin, same-origin', { origin: own, 'sec-fetch-site': 'same-origin', cookie }, 200],
    ['same-origin without Origin', { 'sec-fetch-site': 'same-origin', cookie }, 200],
    ['foreign origin', { origin: 'http://evil.example', cookie }, 403],
    ['foreign origin without a cookie', { origin: 'http://evil.example' }, 403],
    ['null origin', { origin: 'null', cookie }, 403],
    ['the neighbour region', { origin: 'http://omsk.localhost:3000', 'sec-fetch-site': 'same-site', cookie }, 403],
    ['another port', { origin: 'http://tyumen.localhost:3001', cookie }, 403],
    ['https of ours', { origin: 'https://tyumen.localhost:3000', cookie }, 403],
    ['cross-site with a forged origin', { origin: own, 'sec-fetch-site': 'cross-site', cookie }, 403],
    ['nothing with a cookie', { cookie }, 403],
    ['nothing without a cookie', {}, 200],
  ])('%s', async (_name, headers, status) => {
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH'])
      expect((await ask('/echo', headers, method, 'a=1')).status).toBe(status);
  });
  it('reading needs none', async () =>
    expect((await ask('/echo', { cookie: 'x=1', origin: 'http://evil.example' })).status).toBe(200));
});

describe('every answer', () => {
  it('carries the security headers, a nonce of its own and a request id; no shared cache keeps it', async () => {
    const [one, two] = [await ask('/echo'), await ask('/echo')];
    const csp = String(one.headers['content-security-policy']);
    expect(csp).toMatch(/script-src 'self' 'nonce-[\w+/=]{20,}'/);
    expect(csp).not.toMatch(/script-src[^;]*unsafe/);
    expect(csp).not.toBe(two.headers['content-security-policy']);
    expect(one.headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'same-origin',
      'cache-control': 'private, no-cache',
    });
    expect(one.headers['x-powered-by'] ?? one.headers['strict-transport-security']).toBeUndefined();
    expect(String(one.headers['x-request-id'])).toMatch(/^[0-9a-f-]{36}$/);
  });
  it('is logged without query, address or token', async () => {
    await ask('/echo?phone=79120000000', { 'user-agent': 'Secret/1' });
    await ask('/echo/../join/abcdefghijklmnopqrstuvwxyz012345', { host: 'unknown.example' });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(lines).toContain('"path":"/echo"');
    for (const word of ['79120000000', 'Secret', '127.0.0.1', 'abcdefghijkl']) expect(lines).not.toContain(word);
    expect(safePath('/houses/0195f3a0-0000-7000-8000-000000000001?x=1')).toBe('/houses/0195f3a0-0000-7000-8000-000000000001');
  });
  it('too long a body is refused before it is read', async () => {
    expect(await raw(`POST /echo HTTP/1.1\r\nHost: tyumen.localhost:3000\r\nContent-Length: 999999999\r\n\r\n`)).toMatch(
      /^HTTP\/1.1 413/,
    );
  });
});

describe('health', () => {
  it('answers on any host and names regions that lag', async () => {
    expect(await ask('/healthz', { host: 'whatever' })).toMatchObject({ status: 200, body: '{"ok":true}' });
    expect(JSON.parse((await ask('/readyz', { host: 'whatever' })).body)).toEqual({
      ok: true,
      problems: ['region omsk lacks migrations'],
    });
  });
  it('an unreachable database is 503 with a time to come back, without its words', async () => {
    faults = 1;
    const { status, headers, body } = await ask('/echo');
    expect([status, headers['retry-after'], body.includes('10.1.2.3')]).toEqual([503, '5', false]);
  });
});

describe('files of the app', () => {
  it('with a hash are kept for ever and travel small, others for an hour, nothing else is served', async () => {
    const whole = await ask('/assets/a-1.js');
    expect(whole).toMatchObject({
      status: 200,
      headers: { 'cache-control': 'public, max-age=31536000, immutable', vary: 'Accept-Encoding' },
    });
    const small = await ask('/assets/a-1.js', { 'accept-encoding': 'gzip, br' });
    expect(small).toMatchObject({
      status: 200,
      headers: { 'content-encoding': 'br', 'content-type': 'text/javascript; charset=utf-8' },
    });
    expect(Number(small.headers['content-length'])).toBeLessThan(200);
    expect((await ask('/icon.svg')).headers['cache-control']).toBe('public, max-age=3600');
    const nowhere = (await ask('/no-such-page')).body;
    for (const name of ['/assets/../../secret.js', '/assets/%2e%2e/%2e%2e/secret.js', '/assets/none.js', '/assets'])
      expect((await ask(name)).body).toBe(nowhere);
  });
});

describe('machine endpoints', () => {
  it('get the raw body and no cookie, need no origin, check their query', async () => {
    expect(
      await ask('/api/polls?page=1', { cookie: 'portal_sid=x', 'content-type': 'application/json' }, 'POST', '{"a": 1}'),
    ).toMatchObject({ status: 200, body: '{"a": 1} null' });
    for (const query of ['', '?page=1&page=2', '?page=1&x=1'])
      expect((await ask(`/api/polls${query}`, {}, 'POST', 'x')).status).toBe(400);
    expect((await ask('/api/polls?page=1', {}, 'POST', 'x'.repeat(1_100_000))).status).toBe(413);
  });
});

it('a build with a handler that has no policy does not start', async () => {
  const bare = build({ bare: { path: 'bare', module: { loader: () => 1, action: action({ can: 'public' }, () => 1) } } });
  await expect(createAppServer({ app: 'portal', folder: '/x', runtime: fakeRuntime(), build: async () => bare })).rejects.toThrow(
    /bare \(\/bare\): loader/,
  );
});
