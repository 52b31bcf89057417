// The SDK of Stripe against a double at the wire: opening, repeating, paying, forged events.
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import Stripe from 'stripe';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { PaymentProvider } from './port.server.ts';
import { stripeProvider } from './stripe.server.ts';

const sessions = new Map<string, { id: string; url: string; payment_status: string; object: string; body: string }>();
const byKey = new Map<string, string>();
const server = http.createServer((req, res) => {
  let body = '';
  req.on('data', (chunk) => (body += String(chunk)));
  req.on('end', () => answer(req, body, res));
});
let provider: PaymentProvider;
const secret = 'whsec_test';

function answer(req: http.IncomingMessage, body: string, res: http.ServerResponse): void {
  const say = (status: number, value: unknown) =>
    void res.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(value));
  const key = String(req.headers['idempotency-key'] ?? '');
  if (body.includes('unit_amount]=13')) return void res.destroy();
  if (req.method === 'GET') {
    const found = sessions.get(req.url?.split('/').at(-1) ?? '');
    return found
      ? say(200, found)
      : say(404, { error: { type: 'invalid_request_error', code: 'resource_missing', message: 'No such session' } });
  }
  const known = sessions.get(byKey.get(key) ?? '');
  if (known)
    return known.body === body
      ? say(200, known)
      : say(400, { error: { type: 'idempotency_error', message: 'other parameters' } });
  const id = `cs_${sessions.size + 1}`;
  const session = { id, object: 'checkout.session', url: `https://pay.example/${id}`, payment_status: 'unpaid', body };
  sessions.set(id, session);
  byKey.set(key, id);
  say(200, session);
}

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const apiUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  provider = stripeProvider({ secretKey: 'sk_test', webhookSecret: secret, apiUrl });
});
afterAll(() => server.close());

const request = {
  key: 'k1',
  amountKopecks: 150_000,
  description: 'Подписка',
  successUrl: 'https://a.example/ok',
  cancelUrl: 'https://a.example/no',
  reference: 'inv-1',
};
const code = (work: Promise<unknown>) =>
  work.then(
    () => 'fine',
    (error: { code?: string }) => error.code,
  );

it('opens once per key and reads the state', async () => {
  const first = await provider.openCheckout(request);
  expect(first).toEqual({ id: 'cs_1', url: 'https://pay.example/cs_1', paid: false });
  expect(await provider.openCheckout(request)).toEqual(first);
  expect(sessions.size).toBe(1);
  expect(await code(provider.openCheckout({ ...request, amountKopecks: 1 }))).toBe('platform.payment-repeated');
  (sessions.get('cs_1') as { payment_status: string }).payment_status = 'paid';
  expect((await provider.checkout('cs_1')).paid).toBe(true);
  expect(await code(provider.checkout('cs_9'))).toBe('platform.payment-refused');
});

it('says unavailable when the connection drops', async () => {
  expect(await code(provider.openCheckout({ ...request, key: 'k2', amountKopecks: 13 }))).toBe('platform.payment-away');
});

const event = (type: string, status = 'paid') =>
  JSON.stringify({
    id: 'evt_1',
    object: 'event',
    type,
    created: 1_767_225_600,
    data: { object: { id: 'cs_1', object: 'checkout.session', client_reference_id: 'inv-1', payment_status: status } },
  });
const signed = (payload: string, more: { secret?: string; timestamp?: number } = {}) =>
  new Stripe('sk').webhooks.generateTestHeaderString({ payload, secret, ...more });

it('believes only events signed over the very bytes, lately', () => {
  const payload = event('checkout.session.completed');
  const read = (body: string, header: string) => provider.readEvent(Buffer.from(body), header);
  expect(read(payload, signed(payload))).toEqual({
    id: 'evt_1',
    kind: 'paid',
    checkoutId: 'cs_1',
    reference: 'inv-1',
    at: new Date('2026-01-01T00:00:00Z'),
  });
  const old = Math.floor(Date.now() / 1000) - 30 * 24 * 3600;
  for (const [body, header] of [
    [`${payload} `, signed(payload)],
    [payload, signed(payload, { secret: 'other' })],
    [payload, signed(payload, { timestamp: old })],
    [payload, ''],
  ] as const) {
    expect(() => read(body, header)).toThrow('platform.bad-signature');
  }
});

it('knows an unpaid completion and unknown kinds for what they are', () => {
  for (const payload of [event('checkout.session.completed', 'unpaid'), event('customer.created')])
    expect(provider.readEvent(Buffer.from(payload), signed(payload)).kind).toBe('other');
});
