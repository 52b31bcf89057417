// The builders as Remix calls them: gate before input, scalars only, nothing typed lost, no 5xx from input.
import { existsSync, readdirSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { buildAbility } from '../auth/ability.server.ts';
import { type Actor, anonymous } from '../module/actor.ts';
import { conflict, invalid, notFound, unavailable } from '../errors/index.ts';
import type { Context } from '../module/context.server.ts';
import { forApp, forModule } from './builders-for.server.ts';
import type { RequestScope } from './load-context.server.ts';
import { MAX_FILE_BYTES } from './multipart.server.ts';

const resident: Actor = { kind: 'resident', role: 'resident', accountId: 'r1', consented: true };
const employee: Actor = {
  kind: 'staff',
  role: 'company-employee',
  accountId: 'e1',
  organisation: { id: 'c1', kind: 'company' },
  territories: null,
};
const t = (key: string, params?: Record<string, string | number>) =>
  params && Object.keys(params).length > 0 ? `${key} ${JSON.stringify(params)}` : key;

function scope(actor: Actor, options: { fault?: unknown; isDataRequest?: boolean } = {}): RequestScope {
  const ability = buildAbility(
    [(who, allow) => void (who.kind !== 'anonymous' && who.kind === 'resident' && allow('polls.vote', 'poll'))],
    actor,
  );
  const ctx = { actor, ability, modules: new Set(['polls']), t, log: { warn: () => undefined } } as unknown as Context;
  return {
    app: 'portal',
    t,
    runtime: { config: { filesDir: path.join(os.tmpdir(), 'zhkh-handlers-test') } },
    http: { address: '10.0.0.1', userAgent: 'test', secure: false, origin: 'http://a.test' },
    isDataRequest: options.isDataRequest ?? false,
    session: async () => ({ actor, locale: null, sessionId: 's1' }),
    requestContext: async () => {
      if (options.fault) throw options.fault;
      return ctx;
    },
  } as unknown as RequestScope;
}

const polls = forModule('polls');
const answerForm = z.strictObject({
  text: z.string().min(3).max(10),
  count: z.coerce.number().int().optional(),
  tags: z.array(z.string()).optional(),
  secret: z.string().optional(),
});
const vote = (run: (form: z.output<typeof answerForm>) => unknown = (form) => ({ form })) =>
  polls.change(
    {
      can: 'polls.vote',
      params: z.strictObject({ id: z.uuid() }),
      form: answerForm,
      files: { photos: { max: 2 } },
      secrets: ['secret'],
    },
    async ({ form, files, fileProblems, cleaned }) => {
      const result = run(form);
      const read = await Promise.all(
        files.photos.map(async (file) => [file.fileName, Buffer.from(await file.bytes()).toString()]),
      );
      return { result: await result, files: read, fileProblems, cleaned };
    },
  );

const ID = '0195f3a0-0000-7000-8000-000000000001';
interface Shot {
  actor?: Actor;
  body?: string | FormData | URLSearchParams;
  url?: string;
  params?: Record<string, string>;
  scope?: RequestScope;
  type?: string;
}
type Answer = { status: number; body: unknown; location?: string };

/** The outcome as the browser would see it, thrown or returned. */
async function call(handler: (args: never) => Promise<unknown>, shot: Shot = {}): Promise<Answer> {
  const init =
    shot.body === undefined
      ? {}
      : { method: 'POST', body: shot.body, ...(shot.type && { headers: { 'content-type': shot.type } }) };
  const request = new Request(shot.url ?? 'http://a.test/polls/1', init);
  const args = {
    request,
    params: shot.params ?? { id: ID },
    context: shot.scope ?? scope(shot.actor ?? resident),
  } as unknown as LoaderFunctionArgs & ActionFunctionArgs;
  const outcome = await handler(args as never).catch((error: unknown) => error);
  if (outcome instanceof Response)
    return {
      status: outcome.status,
      body: await outcome.json().catch(() => null),
      location: outcome.headers.get('location') ?? undefined,
    };
  if (outcome instanceof Error) throw outcome;
  const wrapped = outcome as { type?: string; data?: unknown; init?: { status?: number } };
  return wrapped.type === 'DataWithResponseInit'
    ? { status: wrapped.init?.status ?? 200, body: wrapped.data }
    : { status: 200, body: outcome };
}
const form = (fields: Record<string, string>) => new URLSearchParams(fields);

describe('the gate', () => {
  const read = polls.read({ can: 'polls.vote' }, () => ({ ok: 1 }));

  it('lets in by permission, sends anonymous to sign in, residents to consent, others away', async () => {
    expect(await call(read)).toMatchObject({ status: 200 });
    expect(await call(read, { actor: anonymous, url: 'http://a.test/polls/1?page=2' })).toMatchObject({
      status: 302,
      location: '/sign-in?next=%2Fpolls%2F1%3Fpage%3D2',
    });
    expect(await call(read, { actor: anonymous, url: 'http://a.test/company/inbox' })).toMatchObject({
      location: '/staff/sign-in?next=%2Fcompany%2Finbox',
    });
    expect(await call(read, { actor: { ...resident, consented: false } as Actor })).toMatchObject({
      status: 302,
      location: expect.stringMatching(/^\/consent\?next=/),
    });
    expect(await call(read, { actor: employee })).toMatchObject({
      status: 403,
      body: { code: 'platform.forbidden', message: 'platform:errors.forbidden' },
    });
  });

  it('answers 404 for a module that is off and stands before the input', async () => {
    expect(await call(forModule('rating').read({ can: 'public' }, () => 1))).toMatchObject({ status: 404 });
    expect(await call(vote(), { actor: employee, params: { id: 'junk' }, body: 'junk', type: 'text/plain' })).toMatchObject({
      status: 403,
    });
  });

  it('knows public and signed-in', async () => {
    expect(
      await call(
        forApp('portal').read({ can: 'public' }, () => 1),
        { actor: anonymous },
      ),
    ).toMatchObject({ status: 200 });
    const me = forApp('portal').read({ can: 'signed-in' }, ({ http }) => http);
    expect(await call(me, { actor: { ...resident, consented: false } as Actor })).toMatchObject({
      status: 200,
      body: { address: '10.0.0.1', sessionId: 's1' },
    });
    expect(await call(me, { actor: anonymous })).toMatchObject({ status: 302 });
  });

  it('wants a permission and shows it', () => {
    expect(() => polls.read({ can: '' }, () => 1)).toThrow(/can/);
    expect(vote().policy).toEqual({
      can: 'polls.vote',
      module: 'polls',
      kind: 'action',
      params: ['id'],
      query: null,
      form: ['text', 'count', 'tags', 'secret'],
    });
  });
});

describe('query and path', () => {
  const list = polls.read(
    {
      can: 'polls.vote',
      params: z.strictObject({ id: z.uuid() }),
      query: z.strictObject({ page: z.coerce.number().int().min(1).default(1), kind: z.array(z.enum(['a', 'b'])).optional() }),
    },
    ({ query }) => query,
  );
  const ask = async (search: string) => call(list, { url: `http://a.test/polls${search}` });

  it('takes what fits and leaves out what search engines append', async () => {
    expect((await ask('?page=3&utm_source=x&ysclid=1&kind=a&kind=b&lang=en')).body).toEqual({ page: 3, kind: ['a', 'b'] });
    expect((await ask('?page=')).body).toEqual({ page: 1 });
  });

  it.each([
    '?page=1&page=2',
    '?other=1',
    '?page=-1',
    '?page=1e999',
    '?page=NaN',
    '?page=1.5',
    '?__proto__=1',
    '?constructor=1',
    '?page[]=1',
    '?kind=c',
  ])('%s is 400', async (search) => {
    expect((await ask(search)).status).toBe(400);
  });

  it('a path that does not fit is 404', async () => {
    expect((await call(list, { params: { id: '1 or 1=1' } })).status).toBe(404);
  });
});

describe('forms', () => {
  it('hand over clean scalars: trimmed, NFC, no control or bidi characters, empty is absent', async () => {
    const typed = '  и\u0306\u0000о\u202Eк\r\n  ';
    const { body } = await call(vote(), { body: form({ text: typed, count: '' }) });
    expect(body).toMatchObject({ result: { form: { text: 'йок' } }, cleaned: ['text'] });
    expect((body as { result: { form: object } }).result.form).not.toHaveProperty('count');
  });

  it('answer 422 with words beside the field, a key of the schema included, and the typed text', async () => {
    const { status, body } = await call(vote(), { body: form({ text: 'аб', count: 'x', secret: 'hush' }) });
    expect(status).toBe(422);
    expect(body).toEqual({
      ok: false,
      errors: { text: 'platform:form.too-short {"min":3,"count":2}', count: 'platform:form.number' },
      values: { text: 'аб', count: 'x' },
    });
    expect((await call(vote(), { body: form({ text: '   ' }) })).body).toMatchObject({
      errors: { text: 'platform:form.required' },
    });
    const own = polls.change(
      { can: 'polls.vote', form: z.strictObject({ a: z.string().min(2, 'polls:errors.short') }) },
      () => null,
    );
    expect((await call(own, { body: form({ a: 'x' }) })).body).toMatchObject({
      errors: { a: 'polls:errors.short {"min":2,"count":1}' },
    });
  });

  it.each([
    ['a repeated field', 'text=abc&text=def'],
    ['an unknown field', 'text=abc&is_admin=1'],
    ['__proto__', 'text=abc&__proto__=1'],
    ['__proto__.admin', 'text=abc&__proto__.admin=1'],
    ['constructor', 'text=abc&constructor=1'],
    ['brackets', 'text[]=abc'],
  ])('%s is 400', async (_name, body) => {
    expect((await call(vote(), { body, type: 'application/x-www-form-urlencoded' })).status).toBe(400);
  });

  it('several values only where the schema takes a list; too much is 413, other content 415', async () => {
    expect((await call(vote(), { body: new URLSearchParams('text=abc&tags=a&tags=b') })).body).toMatchObject({
      result: { form: { tags: ['a', 'b'] } },
    });
    expect((await call(vote(), { body: form({ text: 'x'.repeat(300_000) }) })).status).toBe(413);
    expect((await call(vote(), { body: '{"text":"abc"}', type: 'application/json' })).status).toBe(415);
  });

  it('choose a schema by intent', async () => {
    const two = polls.change(
      { can: 'polls.vote', form: { open: z.strictObject({ at: z.string() }), close: z.strictObject({}) } },
      ({ form: f }) => (f.intent === 'open' ? f.at : f.intent),
    );
    expect((await call(two, { body: form({ intent: 'open', at: 'x' }) })).body).toBe('x');
    expect((await call(two, { body: form({ intent: 'close' }) })).body).toBe('close');
    expect((await call(two, { body: form({ intent: 'open' }) })).body).toMatchObject({
      intent: 'open',
      errors: { at: 'platform:form.required' },
    });
    for (const bad of ['intent=toString', 'at=1', 'intent=open&intent=close', 'intent=close&at=1'])
      expect((await call(two, { body: bad, type: 'application/x-www-form-urlencoded' })).status).toBe(400);
  });
});

describe('files', () => {
  const multipart = (files: [string, string | Uint8Array<ArrayBuffer>][], field = 'photos') => {
    const body = new FormData();
    body.set('text', 'abc');
    for (const [name, content] of files) body.append(field, new File([content], name));
    return body;
  };

  it('wait on disk while the handler runs and are gone afterwards; an empty input is no file', async () => {
    const waiting = () => readdirSync(os.tmpdir()).filter((name) => name.startsWith('zhkh-form-'));
    const before = new Set(waiting());
    let folders: string[] = [];
    const action = polls.change(
      { can: 'polls.vote', form: z.strictObject({ text: z.string() }), files: { photos: { max: 2 } } },
      async ({ files }) => {
        folders = waiting().filter((name) => !before.has(name));
        return files.photos.map((file) => file.fileName);
      },
    );
    expect((await call(action, { body: multipart([['..\\..\\фото\u202Egpj.exe', 'one']]) })).body).toEqual(['фотоgpj.exe']);
    expect(folders).toHaveLength(1);
    expect(existsSync(path.join(os.tmpdir(), folders[0] ?? ''))).toBe(false);
    expect((await call(vote(), { body: multipart([['', '']]) })).body).toMatchObject({ files: [], fileProblems: [] });
  });

  it('refused ones are named with the reason, the others kept', async () => {
    const big = new Uint8Array(MAX_FILE_BYTES + 10);
    const { status, body } = await call(vote(), {
      body: multipart([
        ['a.jpg', 'one'],
        ['big.jpg', big],
        ['empty.jpg', ''],
        ['b.jpg', 'two'],
        ['c.jpg', 'three'],
      ]),
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      files: [
        ['a.jpg', 'one'],
        ['b.jpg', 'two'],
      ],
    });
    expect(
      (body as { fileProblems: { fileName: string; message: string }[] }).fileProblems.map((p) => [
        p.fileName,
        p.message.split(' ')[0],
      ]),
    ).toEqual([
      ['big.jpg', 'platform:form.file-too-big'],
      ['empty.jpg', 'platform:form.file-empty'],
      ['c.jpg', 'platform:form.file-too-many'],
    ]);
  });

  it('in an unknown field, a cut body and a broken head are 400', async () => {
    expect((await call(vote(), { body: multipart([['a.jpg', 'x']], 'avatar') })).status).toBe(400);
    const type = 'multipart/form-data; boundary=x';
    expect((await call(vote(), { body: '--x\r\nContent-Disposition: form-data; name="text"\r\n\r\nabc', type })).status).toBe(
      400,
    );
    expect((await call(vote(), { body: 'abc', type: 'multipart/form-data' })).status).toBe(400);
  });
});

describe('what a command throws', () => {
  const throwing = (error: unknown) =>
    vote(() => {
      throw error;
    });
  const body = form({ text: 'abc' });

  it('becomes a state of the form for wrong values and conflicts, a refusal otherwise', async () => {
    expect(await call(throwing(invalid('polls.closed', { fields: { text: { key: 'polls:errors.rude' } } })), { body })).toEqual({
      status: 422,
      body: { ok: false, errors: { text: 'polls:errors.rude' }, values: { text: 'abc' } },
    });
    expect(await call(throwing(conflict('polls.twice')), { body })).toMatchObject({
      status: 409,
      body: { ok: false, formError: 'polls:errors.twice', values: { text: 'abc' } },
    });
    expect(await call(throwing(notFound()), { body })).toMatchObject({ status: 404, body: { code: 'platform.not-found' } });
    expect(await call(throwing(redirect('/done')), { body })).toMatchObject({ status: 302, location: '/done' });
  });

  it('503 keeps the draft: as form state for data requests, as the error page of a document', async () => {
    for (const error of [
      unavailable('platform.busy'),
      Object.assign(new Error('x'), { code: 'ECONNREFUSED' }),
      Object.assign(new Error('x'), { code: '57P01' }),
    ]) {
      for (const isDataRequest of [true, false]) {
        const got = await call(throwing(error), { body, scope: scope(resident, { isDataRequest }) });
        expect(got).toMatchObject({
          status: 503,
          body: { ok: false, formError: 'platform:errors.not-saved', values: { text: 'abc' }, retryAfter: 5 },
        });
      }
    }
  });

  it('503 keeps the draft even when the session cannot be read', async () => {
    const away = scope(resident, { fault: unavailable('platform.database-away') });
    const got = await call(vote(), { body: form({ text: 'abc', secret: 'hush' }), scope: away });
    expect(got).toMatchObject({ status: 503, body: { values: { text: 'abc' } } });
    expect(JSON.stringify(got)).not.toContain('hush');
    const read = polls.read({ can: 'polls.vote' }, () => 1);
    expect(await call(read, { scope: away })).toMatchObject({ status: 503, body: { code: 'platform.database-away' } });
  });

  it('a value PostgreSQL cannot hold is 400, our own mistakes stay errors', async () => {
    expect((await call(throwing(Object.assign(new Error('x'), { code: '22003' })), { body })).status).toBe(400);
    await expect(call(throwing(new TypeError('ours')), { body })).rejects.toThrow('ours');
  });
});
