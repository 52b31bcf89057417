// A mail server that delivers nothing: every letter lands in the store.
// Speaks real SMTP, so the product's own client is exercised.
import type { Socket } from 'node:net';
import { type AddressObject, simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import { type Faults, SLOW_MS } from './faults.ts';
import type { MessageStore } from './store.server.ts';

type Done = (error?: Error | null, message?: string) => void;
/** Open connections by the port of the other side: the server itself hides them. */
type Sockets = Map<number, Socket>;

export function createSmtp(store: MessageStore, faults: Faults): SMTPServer {
  const sockets: Sockets = new Map();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    hideENHANCEDSTATUSCODES: true,
    banner: 'catcher',
    onAuth: (_auth, _session, done) => done(null, { user: 'anyone' }),
    onMailFrom: (_address, session, done) => {
      // A server that went down cuts the lines its clients keep open, too.
      if (faults.smtp === 'down') return void sockets.get(session.remotePort)?.destroy();
      return faults.smtp === '451' ? done(refusal(451, 'try again later')) : done();
    },
    onRcptTo: (_address, _session, done) => (faults.smtp === '550' ? done(refusal(550, 'no such mailbox')) : done()),
    onData: (stream, session, done) => void receive({ store, faults, sockets }, stream, session, done),
  });
  server.server.prependListener('connection', (socket: Socket) => {
    if (faults.smtp === 'down') return void socket.destroy();
    const port = socket.remotePort ?? 0;
    sockets.set(port, socket);
    socket.once('close', () => sockets.delete(port));
  });
  server.on('error', () => undefined);
  return server;
}

interface Parts {
  store: MessageStore;
  faults: Faults;
  sockets: Sockets;
}

async function receive(
  { store, faults, sockets }: Parts,
  stream: SMTPServerDataStream,
  session: SMTPServerSession,
  done: Done,
): Promise<void> {
  try {
    const letter = await simpleParser(stream);
    store.add({
      kind: 'mail',
      from: letter.from?.text ?? '',
      to: receivers(session) || names(letter.to),
      subject: letter.subject ?? '',
      text: letter.text ?? '',
      html: typeof letter.html === 'string' ? letter.html : null,
      messageId: letter.messageId ?? null,
      headers: Object.fromEntries(letter.headerLines.map(({ key, line }) => [key, line.slice(line.indexOf(':') + 1).trim()])),
    });
    // Taken, yet the answer never comes: the sender cannot know.
    if (faults.smtp === 'drop-after-data') return void sockets.get(session.remotePort)?.destroy();
    if (faults.smtp === 'slow') await new Promise((resolve) => setTimeout(resolve, SLOW_MS));
    done(null, 'caught');
  } catch (error) {
    done(error instanceof Error ? error : new Error('cannot read the letter'));
  }
}

function receivers(session: SMTPServerSession): string {
  return session.envelope.rcptTo.map(({ address }) => address).join(', ');
}

function names(to: AddressObject | AddressObject[] | undefined): string {
  return [to]
    .flat()
    .map((one) => one?.text ?? '')
    .join(', ');
}

function refusal(code: number, text: string): Error {
  return Object.assign(new Error(text), { responseCode: code });
}
