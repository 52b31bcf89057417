// The page of a complaint: GET, HEAD and prefetch leave it unopened, a POST of the opened page opens it.
import os from 'node:os';
import path from 'node:path';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import type { Context } from '@zhkh/kernel/module.server';
import { expect } from 'vitest';
import { action, loader } from '../routes/portal/company/complaint.tsx';
import { complaintOf, expectUntouched, it } from '../testing/it.ts';

const at = (complaintId: string) => `http://tyumen.test/company/inbox/${complaintId}`;

/** As Remix calls a route. Of a request's scope only what a gate and a page of the portal ask for. */
function argsOf(ctx: Context, complaintId: string, init: RequestInit = {}) {
  const scope = {
    app: 'portal',
    t: ctx.t,
    runtime: { config: { filesDir: path.join(os.tmpdir(), 'zhkh-first-look') } },
    http: { address: '10.0.0.1', userAgent: 'test', secure: false, origin: 'http://tyumen.test' },
    isDataRequest: false,
    session: async () => ({ actor: ctx.actor, locale: null, sessionId: 's1' }),
    requestContext: async () => ctx,
  };
  return {
    request: new Request(at(complaintId), init),
    params: { complaintId },
    context: scope,
  } as unknown as LoaderFunctionArgs & ActionFunctionArgs;
}

it.for<[string, RequestInit]>([
  ['GET', {}],
  ['HEAD', { method: 'HEAD' }],
  ['prefetch', { headers: { purpose: 'prefetch', 'sec-purpose': 'prefetch' } }],
])('right: %s shows the complaint and proves nothing', async ([, init], { here, complaintId }) => {
  await expectUntouched(here, complaintId, async () => {
    const shown = await loader(argsOf(here.employee, complaintId, init));
    expect(shown).toMatchObject({ complaint: { id: complaintId, can: { open: true } } });
  });
});

it('right: the POST of the opened page opens it, once', async ({ here, complaintId }) => {
  const opens = () =>
    action(argsOf(here.employee, complaintId, { method: 'POST', body: new URLSearchParams({ intent: 'open' }) }));
  expect(await opens()).toBeNull();
  expect((await complaintOf(here, complaintId)).opened_at).not.toBeNull();
  expect(await loader(argsOf(here.employee, complaintId))).toMatchObject({ complaint: { can: { open: false } } });
  await expectUntouched(here, complaintId, async () => {
    await opens();
  });
});

it('right: an act of an employee who never opened the page opens it too', async ({ here, complaintId }) => {
  const body = new URLSearchParams({ intent: 'note', body: 'Позвонил жителю' });
  await action(argsOf(here.employee, complaintId, { method: 'POST', body })).catch((sent: unknown) => {
    expect(sent).toMatchObject({ status: 302 });
  });
  expect((await complaintOf(here, complaintId)).opened_at).not.toBeNull();
});

it('refused: an employee of another company neither sees nor opens it', async ({ here, there, complaintId }) => {
  await expectUntouched(here, complaintId, async () => {
    const body = new URLSearchParams({ intent: 'open' });
    await expect(action(argsOf(there.employee, complaintId, { method: 'POST', body }))).rejects.toMatchObject({ status: 404 });
  });
});
