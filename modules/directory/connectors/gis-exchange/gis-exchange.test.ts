// Parts of the exchange alone: signing by a service, what the local server would catch, the order and namespaces of a request.
import { randomUUID } from 'node:crypto';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { officialSchemas } from '../../testing/exchange.ts';
import { type Keys, makeKeys } from '../../testing/gis-server/certificate.ts';
import { isSignedBy, problemsOf } from '../../testing/gis-server/check-request.ts';
import { type Body, requestEnvelope, SIGNED_ID } from './envelope.ts';
import { createRsaSigner } from './signing/rsa-signer.server.ts';
import { createServiceSigner } from './signing/service-signer.server.ts';
import { differentiationOf } from './operations/differentiation.ts';

const clock = { now: () => new Date('2026-03-02T07:00:00Z') };
const body: Body = {
  service: 'insp',
  element: 'exportExaminationsRequest',
  version: '13.1.9.1',
  content: { 'insp:From': '2026-01-01', 'insp:To': '2026-01-31' },
};
const envelope = (own: Body = body) =>
  requestEnvelope({ messageGuid: randomUUID(), orgPPAGUID: randomUUID(), at: clock.now() }, own);

let keys: Keys;
let signed: string;

beforeAll(async () => {
  keys = await makeKeys();
  signed = await createRsaSigner(keys, clock).sign(envelope(), SIGNED_ID);
});

describe('a signed request', () => {
  it('carries XAdES properties and holds', () => {
    expect(signed).toContain('QualifyingProperties');
    expect(isSignedBy(signed, keys.certificate)).toBe(true);
  });

  it('does not hold when a day is changed, another key is expected, or the signature is gone', async () => {
    expect(isSignedBy(signed.replace('2026-01-31', '2026-12-31'), keys.certificate)).toBe(false);
    expect(isSignedBy(signed, (await makeKeys()).certificate)).toBe(false);
    expect(isSignedBy(envelope(), keys.certificate)).toBe(false);
  });

  it.skipIf(!officialSchemas)(
    'fits the official schemas; the same elements in another order, namespace or version do not',
    () => {
      const faults = (own: Body) => problemsOf(envelope(own), 'insp', officialSchemas);
      expect(problemsOf(signed, 'insp', officialSchemas)).toEqual([]);
      expect(faults({ ...body, content: { 'insp:To': '2026-01-31', 'insp:From': '2026-01-01' } })).toHaveLength(1);
      expect(faults({ ...body, content: { 'base:From': '2026-01-01' } })).toHaveLength(1);
      expect(faults({ ...body, content: { 'insp:From': '32.01.2026' } })).toHaveLength(1);
      expect(
        problemsOf(signed.replace('<base:IsOperatorSignature>true', '<base:IsOperatorSignature>false'), 'insp', officialSchemas),
      ).not.toEqual([]);
    },
  );

  it("is refused by the server's own rules where the schemas are not at hand", () => {
    expect(problemsOf(signed, 'insp', null)).toEqual([]);
    expect(problemsOf(signed.replace(`Id="${SIGNED_ID}"`, ''), 'insp', null)).toEqual(['no Id or no version']);
    expect(problemsOf(`<!DOCTYPE x>${signed}`, 'insp', null)).toEqual(['DOCTYPE']);
  });
});

describe('a signing service', () => {
  let answer: (envelope: string) => { status: number; body: string };
  const server = http.createServer((request, response) => {
    let text = '';
    request.on('data', (chunk) => {
      text += chunk;
    });
    request.on('end', () => {
      const { status, body: out } = answer(request.headers.authorization === 'Bearer t' ? text : '');
      response.writeHead(status).end(out);
    });
  });
  beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
  afterAll(() => new Promise<void>((resolve) => void server.close(() => resolve())));
  const signer = () =>
    createServiceSigner({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/sign`, token: 't', timeoutMs: 2000 });
  const bySigner = async (text: string) => createRsaSigner(keys, clock).sign(text, SIGNED_ID);

  it('gets the document and gives it back signed', async () => {
    const text = envelope();
    const own = await bySigner(text);
    answer = (given) => ({ status: given === text ? 200 : 400, body: own });
    expect(isSignedBy(await signer().sign(text, SIGNED_ID), keys.certificate)).toBe(true);
  });

  it.each([
    ['without a signature', (text: string) => text, 'no-signature'],
    ['with another request inside', (text: string) => text.replace('2026-01-01', '2020-01-01'), 'changed'],
    ['with a DOCTYPE', (text: string) => `<!DOCTYPE x>${text}`, 'no-signature'],
  ])('that answers %s is not believed', async (name, spoil, reason) => {
    const text = envelope();
    const own = name === 'without a signature' ? text : await bySigner(text);
    answer = () => ({ status: 200, body: spoil(own) });
    await expect(signer().sign(text, SIGNED_ID)).rejects.toThrow(`signer: ${reason}`);
  });

  it('that is out of order is «away», one that refuses is not', async () => {
    answer = () => ({ status: 503, body: '' });
    await expect(signer().sign(envelope(), SIGNED_ID)).rejects.toMatchObject({ outcome: 'away' });
    answer = () => ({ status: 403, body: '' });
    await expect(signer().sign(envelope(), SIGNED_ID)).rejects.toMatchObject({ outcome: 'refused' });
  });
});

describe('whose price it is', () => {
  const leaf = (name: string, text: string) => ({ name, attributes: {}, children: [], text });
  const price = (...values: string[]) => ({
    ...leaf('Price', ''),
    children: values.map((value) => ({ ...leaf('Differentiation', ''), children: [leaf('ValueString', value)] })),
  });

  it("is told by the criteria, and is everybody's without them", () => {
    expect(differentiationOf(price('Население (льготный)'))).toMatchObject({
      consumer_group: 'population',
      kind: 'preferential',
    });
    expect(differentiationOf(price('Бюджетные организации'))).toMatchObject({ consumer_group: 'budget' });
    expect(differentiationOf(price('Прочие', 'Город'))).toMatchObject({
      consumer_group: 'other',
      differentiation: 'Прочие; Город',
    });
    expect(differentiationOf(price())).toMatchObject({ consumer_group: 'population', kind: 'economically_justified' });
  });
});
