// The server over the real runtime: session to actor to context, two regions apart, outages lose nothing.
import http, { type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { redirect, type ServerBuild } from '@remix-run/node';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { startSession } from '../auth/session.server.ts';
import type { Context } from '../module/context.server.ts';
import { systemIn } from '@zhkh/tools/testing';
import { type TwoRegions, twoRegions } from '@zhkh/tools/testing';
import { createAppServer } from './create-server.server.ts';
import { forApp } from './builders-for.server.ts';

let regions: TwoRegions;
let server: Server;
let port: number;
const { read: loader, change: action } = forApp('portal');
const seen: Context[] = [];

const whoami = loader({ can: 'signed-in' }, async ({ ctx, http: facts }) => {
  seen.push(ctx);
  const { rows } = await postgresNow(ctx);
  return Response.json({ actor: ctx.actor, region: ctx.tenant.slug, rows, session: facts.sessionId !== null });
});
const postgresNow = async (ctx: Context) => ({ rows: (await ctx.db.selectFrom('account').select('id').execute()).length });
const note = action({ can: 'signed-in', form: z.strictObject({ text: z.string() }) }, async ({ ctx, form }) => {
  await ctx.write((w) => w.audit('test.note', { type: 'test', id: form.text }));
  return redirect('/whoami');
});

function build(): ServerBuild {
  const routes = {
    root: { id: 'root', path: '', module: { default: () => null, loader: twice } },
    whoami: { id: 'whoami', parentId: 'root', path: 'whoami', module: { loader: whoami } },
    note: { id: 'note', parentId: 'root', path: 'note', module: { action: note } },
    page: { id: 'page', parentId: 'root', path: 'page', module: { default: () => null, loader: twice, action: note } },
  };
  const manifest = {
    entry: { module: '', imports: [] },
    routes: Object.fromEntries(Object.values(routes).map((r) => [r.id, { ...r, hasLoader: true }])),
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
  const entry = {
    module: {
      default: (
        _r: Request,
        status: number,
        headers: Headers,
        context: { staticHandlerContext: { actionData: unknown; errors: unknown } },
      ) =>
        new Response(
          JSON.stringify({ action: context.staticHandlerContext.actionData, errors: context.staticHandlerContext.errors }),
          { status, headers },
        ),
    },
  };
  return {
    entry,
    routes,
    assets: manifest,
    publicPath: '/',
    assetsBuildDirectory: '',
    future,
    isSpaMode: false,
  } as unknown as ServerBuild;
}
const twice = loader({ can: 'public' }, ({ ctx }) => {
  seen.push(ctx);
  return null;
});

beforeAll(async () => {
  regions = await twoRegions([]);
  server = http.createServer(
    await createAppServer({ app: 'portal', folder: '/nonexistent', runtime: regions.runtime, build: async () => build() }),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(async () => {
  server.close();
  server.closeAllConnections();
  await regions.close();
});

interface Got {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}
function ask(slug: string, path: string, options: { cookie?: string; form?: Record<string, string> } = {}): Promise<Got> {
  const host = `${slug}.localhost:3000`;
  const body = options.form ? new URLSearchParams(options.form).toString() : '';
  const headers: Record<string, string> = { host, ...(options.cookie && { cookie: options.cookie }) };
  if (options.form)
    Object.assign(headers, {
      origin: `http://${host}`,
      'content-type': 'application/x-www-form-urlencoded',
      'content-length': String(Buffer.byteLength(body)),
    });
  return new Promise((resolve, reject) => {
    const req = http.request({ port, host: '127.0.0.1', path, method: options.form ? 'POST' : 'GET', headers }, (res) => {
      let text = '';
      res.on('data', (chunk) => (text += String(chunk)));
      res.on('end', () => resolve({ status: res.statusCode ?? 0, headers: res.headers, body: text }));
    });
    req.on('error', reject);
    req.end(body);
  });
}

async function signIn(slug: 'tyumen' | 'omsk'): Promise<string> {
  const ctx = await systemIn(regions, slug);
  const accountId = crypto.randomUUID();
  const cookie = await ctx.write(async (w) => {
    await w.db
      .insertInto('account')
      .values({ id: accountId, kind: 'resident', phone: `+7912${Math.floor(Math.random() * 1e7)}`, created_at: ctx.clock.now() })
      .execute();
    return startSession(
      ctx,
      w,
      { config: regions.config },
      { accountId, kind: 'resident', membershipId: null, stage: 'full', client: { address: '', userAgent: '' } },
    );
  });
  return cookie.split(';')[0] ?? '';
}

describe('a request', () => {
  it('is of its host: a session of one region is nobody in the other', async () => {
    const cookie = await signIn('tyumen');
    expect(JSON.parse((await ask('tyumen', '/whoami', { cookie })).body)).toMatchObject({
      actor: { kind: 'resident', consented: false },
      region: 'tyumen',
      rows: 1,
      session: true,
    });
    expect(await ask('omsk', '/whoami', { cookie })).toMatchObject({
      status: 302,
      headers: { location: '/sign-in?next=%2Fwhoami' },
    });
    expect((await ask('tyumen', '/whoami', { cookie: `${cookie}; ${cookie}` })).status).toBe(302);
  });

  it('has one context, by reference, however many loaders ask', async () => {
    seen.length = 0;
    await ask('tyumen', '/page');
    expect([seen.length, new Set(seen).size]).toEqual([2, 1]);
  });

  it('writes and redirects', async () => {
    const cookie = await signIn('tyumen');
    expect(await ask('tyumen', '/note', { cookie, form: { text: 'a' } })).toMatchObject({
      status: 302,
      headers: { location: '/whoami' },
    });
    expect(await ask('tyumen', '/note', { form: { text: 'a' } })).toMatchObject({
      status: 302,
      headers: { location: '/sign-in?next=%2Fnote' },
    });
  });
});

describe('without a database', () => {
  it('503 with a time to come back; the draft is kept; afterwards it works by itself', async () => {
    const cookie = await signIn('tyumen');
    const form = { text: 'Нет воды третий день' };
    const admin = postgres(Object.assign(new URL(regions.database.superuserUrl), { pathname: '/postgres' }).toString(), {
      max: 1,
    });
    const { name } = regions.database;
    await admin`alter database ${admin(name)} allow_connections false`;
    await admin`select pg_terminate_backend(pid) from pg_stat_activity where datname = ${name}`;
    const page = await ask('tyumen', '/page', { cookie, form });
    const data = await ask('tyumen', '/page.data', { cookie, form });
    const read = await ask('tyumen', '/whoami', { cookie });
    await admin`alter database ${admin(name)} allow_connections true`;
    await admin.end();
    for (const got of [page, data]) {
      expect(got).toMatchObject({ status: 503, headers: { 'retry-after': '5' } });
      expect(got.body).toContain(form.text);
    }
    expect(read.status).toBe(503);
    await expect.poll(async () => (await ask('tyumen', '/note', { cookie, form })).status, { timeout: 5000 }).toBe(302);
  });
});
