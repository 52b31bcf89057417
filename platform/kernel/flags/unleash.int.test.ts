// A real Unleash server's answer over the wire (a double of its client API), and what holds when it is silent.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OwnFlags, ownFlags, serverFlags } from './unleash.server.ts';

const feature = (name: string, tenants: string[]) => ({
  name,
  enabled: true,
  strategies: [
    {
      name: 'flexibleRollout',
      parameters: { rollout: '100', stickiness: 'default', groupId: name },
      constraints: [{ contextName: 'tenantId', operator: 'IN', inverted: false, values: tenants }],
    },
  ],
});

let asked: string | undefined;
const server = createServer((request, response) => {
  asked = request.headers.authorization;
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ version: 2, features: [feature('module.rating', ['tenant-a'])] }));
});
let url: string;
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`;
});
afterAll(() => {
  server.close();
});

async function until(holds: () => boolean): Promise<void> {
  for (let n = 0; n < 100 && !holds(); n += 1) await new Promise((resolve) => setTimeout(resolve, 20));
}

describe('flags of an Unleash server', () => {
  it('come with the token and follow the constraint on the tenant', async () => {
    const flags = serverFlags({ url, token: 'secret' }, () => false);
    await until(() => flags.isOn('module.rating', 'tenant-a'));
    expect(flags.isOn('module.rating', 'tenant-a')).toBe(true);
    expect(flags.isOn('module.rating', 'tenant-b')).toBe(false);
    expect(asked).toBe('secret');
    flags.close();
  });

  it('fall back to our own table for a flag it does not know, or when it is silent', async () => {
    const flags = serverFlags({ url: 'http://127.0.0.1:1/api/', token: 'x' }, (_, tenant) => tenant === 'tenant-c');
    expect(flags.isOn('module.rating', 'tenant-c')).toBe(true);
    expect(flags.isOn('module.rating', 'tenant-a')).toBe(false);
    flags.close();
  });
});

describe('our own table', () => {
  it('answers after each change', async () => {
    const own = new OwnFlags();
    const flags = ownFlags(own);
    await new Promise((resolve) => setImmediate(resolve));
    expect(flags.isOn('module.rating', 'tenant-a')).toBe(false);
    own.replace(new Map([['rating', ['tenant-a']]]));
    expect([flags.isOn('module.rating', 'tenant-a'), flags.isOn('module.rating', 'tenant-b')]).toEqual([true, false]);
    own.replace(new Map());
    expect(flags.isOn('module.rating', 'tenant-a')).toBe(false);
    flags.close();
  });
});
