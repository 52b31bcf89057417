// The way to ГИС ЖКХ on the wire: the client's certificate, a silent server, an endless answer, a page instead of an answer.
import http from 'node:http';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import type { TLSSocket } from 'node:tls';
import { afterEach, describe, expect, it } from 'vitest';
import { makeKeys } from '../../testing/gis-server/certificate.ts';
import { createHttpTransport, type HttpTransportOptions } from './http-transport.server.ts';
import type { Post } from './ports.ts';

const post: Post = { service: 'hm', soapAction: 'urn:getState', envelope: '<x/>' };
let server: http.Server | https.Server | null = null;

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  server = null;
});

async function listen(own: http.Server | https.Server): Promise<string> {
  server = own;
  await new Promise<void>((resolve) => own.listen(0, '127.0.0.1', resolve));
  return `${own instanceof https.Server ? 'https' : 'http'}://localhost:${(own.address() as AddressInfo).port}/`;
}

async function ask(endpoint: string, more: Partial<HttpTransportOptions> = {}): Promise<string> {
  const transport = createHttpTransport({ endpoint, timeoutMs: 1000, maxAnswerBytes: 1000, ...more });
  try {
    const { body } = await transport.post(post);
    const chunks: Uint8Array[] = [];
    for await (const chunk of body) chunks.push(chunk);
    return Buffer.concat(chunks).toString();
  } finally {
    transport.close();
  }
}

const xml = { 'Content-Type': 'text/xml; charset=utf-8' };

describe('transport', () => {
  it('shows its certificate where the other side asks for one, and believes only the authority it was given', async () => {
    const [gateway, client] = await Promise.all([makeKeys('CN=localhost'), makeKeys('CN=tyumen')]);
    const endpoint = await listen(
      https.createServer(
        {
          key: gateway.privateKey,
          cert: gateway.certificate,
          ca: client.certificate,
          requestCert: true,
          rejectUnauthorized: true,
        },
        (request, response) => {
          const peer = (request.socket as TLSSocket).getPeerCertificate();
          response.writeHead(200, xml).end(`<from>${peer.subject.CN} ${request.headers.soapaction} ${request.url}</from>`);
        },
      ),
    );
    const tls = { cert: client.certificate, key: client.privateKey, ca: gateway.certificate };
    expect(await ask(endpoint, { tls })).toBe(
      '<from>tyumen "urn:getState" /ext-bus-home-management-service/services/HomeManagementAsync</from>',
    );
    await expect(ask(endpoint)).rejects.toMatchObject({ outcome: 'away' });
    await expect(ask(endpoint, { tls: { ...tls, ca: client.certificate } })).rejects.toMatchObject({ outcome: 'away' });
  });

  it('gives up on a silent server, one that is not there, one that goes away', async () => {
    const silent = await listen(http.createServer(() => undefined));
    await expect(ask(silent, { timeoutMs: 100 })).rejects.toMatchObject({ outcome: 'away', reason: 'timeout' });
    await expect(ask('http://localhost:1/')).rejects.toMatchObject({ outcome: 'away', reason: 'connection' });
    server?.close();
    const halfway = await listen(
      http.createServer((_request, response) => void response.writeHead(200, xml).write('<x>', () => response.destroy())),
    );
    await expect(ask(halfway)).rejects.toMatchObject({ outcome: 'away' });
  });

  it('stops reading an endless answer and takes no page for one', async () => {
    const endless = await listen(
      http.createServer((_request, response) => {
        response.writeHead(200, xml);
        const more = () => void (response.destroyed || response.write('x'.repeat(500), () => setTimeout(more, 1)));
        more();
      }),
    );
    await expect(ask(endless)).rejects.toMatchObject({ outcome: 'broken', reason: 'too-big' });
    server?.closeAllConnections();
    const page = await listen(
      http.createServer((_request, response) => void response.writeHead(200, { 'Content-Type': 'text/html' }).end('<p>')),
    );
    await expect(ask(page)).rejects.toMatchObject({ outcome: 'broken', reason: 'not-xml' });
  });

  it('follows no redirect', async () => {
    const moved = await listen(
      http.createServer((_request, response) => void response.writeHead(302, { Location: 'http://10.0.0.1/' }).end()),
    );
    expect(await ask(moved)).toBe('');
  });
});
