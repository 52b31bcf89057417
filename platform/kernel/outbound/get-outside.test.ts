// The client for outside addresses: what it refuses, where it stops, what it says of a broken answer.
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getOutside, type OutsideRequest } from './get-outside.server.ts';
import { isPublicAddress } from './public-address.server.ts';

let server: Server;
let home: string;
const pages: Record<string, RequestListener> = {
  '/file': (_req, res) => res.end('data'),
  '/away': (_req, res) => res.writeHead(302, { location: 'https://10.0.0.1/secret' }).end(),
  '/metadata': (_req, res) => res.writeHead(302, { location: 'http://169.254.169.254/latest' }).end(),
  '/round': (_req, res) => res.writeHead(302, { location: '/round' }).end(),
  '/elsewhere': (_req, res) => res.writeHead(302, { location: 'https://evil.test/file' }).end(),
  '/there': (_req, res) => res.writeHead(301, { location: '/file' }).end(),
  '/cut': (_req, res) => {
    res.writeHead(200, { 'content-length': '100' });
    res.write('half');
    setTimeout(() => res.destroy(), 20);
  },
  '/endless': (_req, res) => {
    const timer = setInterval(() => res.write(Buffer.alloc(1000)), 1);
    res.on('close', () => clearInterval(timer));
  },
  '/slow': () => undefined,
};
beforeAll(async () => {
  server = createServer((req, res) => pages[req.url ?? '']?.(req, res));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  home = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

async function text(request: Partial<OutsideRequest> & { url: string }, loopback = true): Promise<string> {
  const answer = await getOutside({ hosts: ['nalog.ru'], maxBytes: 10_000, timeoutMs: 1500, ...request }, { loopback });
  let all = '';
  for await (const chunk of answer.body) all += Buffer.from(chunk).toString();
  return `${answer.status} ${all}`;
}

describe('an outside address', () => {
  it('is read, through redirects as well', async () => {
    expect(await text({ url: `${home}/file` })).toBe('200 data');
    expect(await text({ url: `${home}/there` })).toBe('200 data');
  });

  it.each([
    ['http://nalog.ru/a', 'https-only'],
    ['https://evil.test/a', 'host'],
    ['https://nalog.ru.evil.test/a', 'host'],
    ['https://evilnalog.ru/a', 'host'],
    ['https://user:word@nalog.ru/a', 'address'],
    ['file:///etc/passwd', 'https-only'],
    ['gopher://nalog.ru', 'https-only'],
    ['no address', 'address'],
    ['https://10.0.0.1/', 'private'],
    ['https://2130706433/', 'private'],
    ['https://[::1]/', 'private'],
    ['https://[::ffff:10.0.0.1]/', 'private'],
  ])('is refused: %s', async (url, reason) => {
    await expect(text({ url }, false)).rejects.toMatchObject({ reason });
  });

  it('on this machine is refused unless allowed, by its name too', async () => {
    await expect(text({ url: home.replace('http:', 'https:') }, false)).rejects.toMatchObject({ reason: 'private' });
    await expect(text({ url: 'https://localhost/', hosts: ['localhost'] }, false)).rejects.toMatchObject({ reason: 'private' });
  });

  it.each([
    ['/away', 'private'],
    ['/metadata', 'https-only'],
    ['/elsewhere', 'host'],
    ['/round', 'redirects'],
    ['/cut', 'broken-off'],
    ['/endless', 'too-big'],
    ['/slow', 'late'],
  ])('that leads or answers so is refused: %s', async (path, reason) => {
    await expect(text({ url: home + path, timeoutMs: 700 })).rejects.toMatchObject({ reason });
  });
});

it.each(['8.8.8.8', '2a02:6b8::1', '193.32.248.1'])('%s is public', (address) => expect(isPublicAddress(address)).toBe(true));
it.each([
  '10.1.1.1',
  '172.31.0.1',
  '192.168.1.1',
  '100.64.0.1',
  '169.254.169.254',
  '::1',
  'fe80::1',
  'fd00::1',
  '::ffff:127.0.0.1',
  '64:ff9b::a00:1',
  '2002:a00:1::',
  'x',
])('%s is not', (address) => expect(isPublicAddress(address)).toBe(false));
