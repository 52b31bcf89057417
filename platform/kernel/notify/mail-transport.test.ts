// How far a letter got, told right for every way a mail server can fail.
// A real SMTP server in this process, faults at the wire.
import net, { type AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { afterEach, describe, expect, it } from 'vitest';
import { createMailTransport, type MailTransport } from './mail-transport.server.ts';
import type { SendFailure } from './send-failure.ts';

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

const letter = {
  messageId: '<abc@zhkh.example>',
  to: 'info@uk-dom.example',
  subject: 'Обращение № 1',
  text: 'Нет отопления',
  html: '<p>Нет отопления</p>',
};

function transport(port: number): MailTransport {
  const mail = createMailTransport(
    { mail: { url: `smtp://127.0.0.1:${port}`, from: 'Цифровое ЖКХ <noreply@zhkh.example>' } },
    { connectMs: 400, idleMs: 400 },
  );
  closing.push(() => mail.close());
  return mail;
}

async function smtp(options: SMTPServerOptions): Promise<number> {
  const server = new SMTPServer({ authOptional: true, disabledCommands: ['STARTTLS', 'AUTH'], logger: false, ...options });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => server.close());
  return (server.server.address() as AddressInfo).port;
}

/** A server that speaks by script: what to answer to each command. */
async function scripted(answer: (command: string, socket: net.Socket) => string | null): Promise<number> {
  const server = net.createServer((socket) => {
    let inBody = false;
    socket.on('error', () => undefined);
    socket.write(answer('GREETING', socket) ?? '');
    socket.on('data', (chunk) => {
      const text = chunk.toString();
      const command = inBody ? 'BODY' : (text.split(/[\s:]/)[0] ?? '').toUpperCase();
      if (inBody && !text.endsWith('\r\n.\r\n')) return;
      const reply = answer(command, socket);
      inBody = command === 'DATA' && reply !== null && reply.startsWith('354');
      if (reply !== null && !socket.destroyed) socket.write(reply);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => server.close());
  return (server.address() as AddressInfo).port;
}

const polite = (command: string) =>
  ({ GREETING: '220 hi\r\n', EHLO: '250 hi\r\n', DATA: '354 go on\r\n', QUIT: '221 bye\r\n' })[command] ?? '250 ok\r\n';
const failure = (mail: MailTransport): Promise<SendFailure | 'accepted'> =>
  mail.send(letter).then(
    () => 'accepted' as const,
    (error: SendFailure) => error,
  );

describe('a letter', () => {
  it('arrives with its words, its sender and its own Message-ID, many over one connection', async () => {
    const got: ParsedMail[] = [];
    let connections = 0;
    const port = await smtp({
      onConnect: (_session, done) => {
        connections += 1;
        done();
      },
      onData: (stream, _session, done) => void simpleParser(stream).then((mail) => done(void got.push(mail) as unknown as null)),
    });
    const mail = transport(port);
    expect((await mail.send(letter)).response).toMatch(/^250/);
    await mail.send({ ...letter, messageId: '<second@zhkh.example>' });
    expect(got[0]).toMatchObject({ messageId: '<abc@zhkh.example>', subject: 'Обращение № 1' });
    expect([got[0]?.from?.text, got[0]?.text?.trim()]).toEqual(['"Цифровое ЖКХ" <noreply@zhkh.example>', 'Нет отопления']);
    expect(connections).toBe(1);
  });

  it('says how to stop it by one press, when it was subscribed to', async () => {
    const got: ParsedMail[] = [];
    const port = await smtp({
      onData: (stream, _session, done) => void simpleParser(stream).then((mail) => done(void got.push(mail) as unknown as null)),
    });
    const mail = transport(port);
    await mail.send({ ...letter, unsubscribe: 'https://t.example/outages/stop/abc' });
    await mail.send({ ...letter, messageId: '<second@zhkh.example>' });
    const headers = got.map((one) =>
      one.headerLines.filter(({ key }) => key.startsWith('list-unsubscribe')).map(({ line }) => line),
    );
    expect(headers[0]).toEqual([
      'List-Unsubscribe: <https://t.example/outages/stop/abc>',
      'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
    ]);
    expect(headers[1]).toEqual([]);
  });

  it.each(['a@b.example, c@d.example', 'a@b.example\r\nBcc: c@d.example', '"x"@b.example', 'a@b@c.example', 'нет', ''])(
    'does not go to %j',
    async (to) => {
      const error = await transport(1)
        .send({ ...letter, to })
        .catch((e: SendFailure) => e);
      expect(error).toMatchObject({ outcome: 'permanent' });
    },
  );
});

describe('a fault', () => {
  const drop = (socket: net.Socket) => {
    socket.destroy();
    return null;
  };
  const refuse = (code: number) => Object.assign(new Error('mailbox says no'), { responseCode: code });

  it('550 at the recipient is permanent and keeps the reason without the address', async () => {
    const port = await smtp({
      onRcptTo: (address, _s, done) => done(Object.assign(refuse(550), { message: `no such user ${address.address}` })),
    });
    const error = await failure(transport(port));
    expect(error).toMatchObject({ outcome: 'permanent', channelDown: false });
    expect((error as SendFailure).message).toMatch(/550/);
    expect((error as SendFailure).message).not.toContain('info@uk-dom');
  });

  it('451 at the recipient and 452 after the body are temporary', async () => {
    expect(await failure(transport(await smtp({ onRcptTo: (_a, _s, done) => done(refuse(451)) })))).toMatchObject({
      outcome: 'temporary',
      channelDown: false,
    });
    const late = await smtp({ onData: (stream, _s, done) => void stream.resume().on('end', () => done(refuse(452))) });
    expect(await failure(transport(late))).toMatchObject({ outcome: 'temporary', channelDown: false });
  });

  it('554 after the body is permanent: the server did answer', async () => {
    const port = await smtp({ onData: (stream, _s, done) => void stream.resume().on('end', () => done(refuse(554))) });
    expect(await failure(transport(port))).toMatchObject({ outcome: 'permanent' });
  });

  it('nobody there, silence, garbage and a drop before the body are temporary', async () => {
    const dead = await scripted(() => null);
    const garbage = await scripted((command) => (command === 'GREETING' ? 'HTTP/1.1 400 Bad Request\r\n\r\n' : null));
    const drops = await scripted((command, socket) => (command === 'MAIL' ? drop(socket) : polite(command)));
    for (const port of [1, dead, garbage, drops])
      expect(await failure(transport(port))).toMatchObject({ outcome: 'temporary', channelDown: true });
  });

  it('a drop or silence after the body leaves the letter in doubt', async () => {
    const drops = await scripted((command, socket) => (command === 'BODY' ? drop(socket) : polite(command)));
    const silent = await scripted((command) => (command === 'BODY' ? null : polite(command)));
    for (const port of [drops, silent])
      expect(await failure(transport(port))).toMatchObject({ outcome: 'in-doubt', channelDown: true });
  });

  it('421 on greeting rests the line; after three in a row nobody knocks', async () => {
    let knocks = 0;
    const mail = transport(await scripted(() => (knocks++, '421 too busy\r\n')));
    for (let i = 0; i < 5; i += 1) expect(await failure(mail)).toMatchObject({ outcome: 'temporary', channelDown: true });
    expect(mail.available()).toBe(false);
    expect(knocks).toBeLessThanOrEqual(6);
  });
});
