// Rules of sending without a server: addresses, Message-ID, the plan of retries, the breaker, layout.
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { createBreaker } from './breaker.server.ts';
import { layLetter } from './letter-layout.ts';
import { parseMailAddress, parseSender } from './mail-address.ts';
import { messageIdFor } from './message-id.server.ts';
import { waitAfter } from '../work/retry-plan.ts';
import { judgeFailure, MESSAGE_RETRY } from './judge-failure.ts';
import { sendFailure } from './send-failure.ts';
import { createSmsTransport } from './sms-transport.server.ts';

describe('addresses', () => {
  it.each(['info@uk.example', 'a.b+c@xn--80aswg.xn--p1ai', 'x@localhost'])('%s is one', (address) =>
    expect(parseMailAddress(address)).toBe(address),
  );
  it('turns a Cyrillic domain into ASCII', () => expect(parseMailAddress('uk@дом.рф')).toBe('uk@xn--d1aqf.xn--p1ai'));
  it.each([
    'a b@c.example',
    'a@b.example>',
    'a@-b.example',
    '.a@b.example',
    'a..b@c.example',
    'a@b.example\n',
    `${'a'.repeat(65)}@b.example`,
    'a@[127.0.0.1]',
    'a@b_c.example',
  ])('%j is none', (address) => expect(parseMailAddress(address)).toBeNull());
  it('reads the sender of the configuration', () =>
    expect(parseSender('Цифровое ЖКХ <no@x.example>')).toEqual({ name: 'Цифровое ЖКХ', address: 'no@x.example' }));
});

describe('Message-ID', () => {
  it('is the same for the same key and differs between regions and keys', () => {
    const ids = [
      messageIdFor('tyumen', 'k1', 'd'),
      messageIdFor('tyumen', 'k1', 'd'),
      messageIdFor('omsk', 'k1', 'd'),
      messageIdFor('tyumen', 'k2', 'd'),
    ];
    expect(new Set(ids).size).toBe(3);
    expect(ids[0]).toBe(ids[1]);
    expect(ids[0]).toMatch(/^<[0-9a-f]{40}@d>$/);
  });
});

describe('retries', () => {
  const now = new Date('2026-05-01T10:00:00Z');
  const message = { created_at: now };

  it('grow to an hour and end after the last try', () => {
    const waits = [1, 2, 3, 8, 11, 12].map((tries) => waitAfter(MESSAGE_RETRY, tries));
    expect(waits.map((ms) => ms && ms / 1000)).toEqual([30, 60, 120, 3600, 3600, null]);
    expect(judgeFailure(sendFailure('temporary', 'later'), message, now)).toEqual({ reason: 'later', doubt: false });
  });
  it('come soon again when the provider as a whole is away, for three days, and cost no try', () => {
    const away = sendFailure('temporary', 'away', { channelDown: true });
    expect(judgeFailure(away, message, now)).toMatchObject({ wait: 15_000, unspent: true });
    expect(judgeFailure(away, { created_at: new Date('2026-04-27T10:00:00Z') }, now)).toMatchObject({ park: true });
  });
  it('keep a doubt apart and never repeat what was refused', () => {
    expect(judgeFailure(sendFailure('in-doubt', 'cut', { channelDown: true }), message, now)).toMatchObject({
      doubt: true,
      unspent: false,
      wait: 15_000,
    });
    expect(judgeFailure(sendFailure('permanent', 'no'), message, now)).toEqual({ reason: 'no', park: true });
  });
});

it('the breaker rests after failures in a row and lets one through afterwards', () => {
  let at = 0;
  const breaker = createBreaker({ failures: 2, restMs: 100, now: () => at });
  breaker.failure();
  expect(breaker.allows()).toBe(true);
  breaker.failure();
  expect(breaker.allows()).toBe(false);
  at = 100;
  expect(breaker.allows()).toBe(true);
  breaker.success();
  breaker.failure();
  expect(breaker.allows()).toBe(true);
});

it('a letter says the same in text and HTML and escapes what people typed', () => {
  const { text, html } = layLetter({
    sender: 'Цифровое ЖКХ',
    heading: '<b>',
    body: ['a & b', ['Срок', 'до 12 мая']],
    button: { label: 'Открыть', url: 'https://x.example/?a=1&b="' },
    footer: 'ф',
  });
  expect(text).toContain('Срок: до 12 мая');
  expect(text).toContain('https://x.example/?a=1&b="');
  expect(html).not.toContain('<b>');
  expect(html).toContain('&#38;b=&#34;');
});

describe('SMS', () => {
  async function provider(answer: (res: http.ServerResponse) => void): Promise<string> {
    const server = http.createServer((_req, res) => answer(res));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    server.unref();
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}/sms`;
  }
  const outcome = async (url: string) =>
    createSmsTransport({ sms: { url, token: null, sender: 'ZHKH' } }, 300)
      .send({ key: 'k', to: '+79120000000', text: 'Код 1' })
      .then(
        (done) => done.response,
        (error: { outcome: string }) => error.outcome,
      );

  it.each([
    ['an id', (res: http.ServerResponse) => void res.end('{"id":"7"}'), '7'],
    ['ok', (res: http.ServerResponse) => void res.end('{"ok":true}'), 'ok'],
    ['200 with an error inside', (res: http.ServerResponse) => void res.end('{"error":"no money"}'), 'temporary'],
    ['200 with a page', (res: http.ServerResponse) => void res.end('<html>'), 'temporary'],
    ['200 with other JSON', (res: http.ServerResponse) => void res.end('[]'), 'temporary'],
    ['500', (res: http.ServerResponse) => void res.writeHead(500).end(), 'temporary'],
    ['400', (res: http.ServerResponse) => void res.writeHead(400).end(), 'permanent'],
    ['a redirect', (res: http.ServerResponse) => void res.writeHead(302, { location: 'http://127.0.0.1:1/' }).end(), 'in-doubt'],
    ['silence', () => undefined, 'in-doubt'],
    ['a drop', (res: http.ServerResponse) => void res.destroy(), 'in-doubt'],
  ])('%s', async (_name, answer, expected) => expect(await outcome(await provider(answer))).toBe(expected));

  it('nobody there', async () => {
    const server = http.createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as AddressInfo;
    await new Promise((resolve) => server.close(resolve));
    expect(await outcome(`http://127.0.0.1:${port}/sms`)).toBe('temporary');
  });
});
