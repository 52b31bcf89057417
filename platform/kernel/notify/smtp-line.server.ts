// Speaks with one SMTP server: keeps a few connections, and gives the verdict on each letter.
import { Readable } from 'node:stream';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { sendFailure, type SendFailure } from './send-failure.ts';

export interface SmtpLine {
  /** The server's words of acceptance. Rejects with a SendFailure. */
  deliver(envelope: { from: string; to: string }, body: Buffer): Promise<string>;
  close(): void;
}

interface SmtpError extends Error {
  code?: string;
  responseCode?: number;
  response?: string;
}

const KEPT = 5;
const LETTERS_PER_CONNECTION = 100;

interface Talk {
  connection: SMTPConnection;
  letters: number;
}

export function createSmtpLine(url: string, timeouts: { connectMs: number; idleMs: number }): SmtpLine {
  const idle: Talk[] = [];
  let closed = false;

  async function take(): Promise<Talk> {
    for (let talk = idle.pop(); talk; talk = idle.pop()) {
      if (!talk.connection.destroyed) return talk;
    }
    return { connection: await connect(url, timeouts), letters: 0 };
  }

  function giveBack(talk: Talk): void {
    talk.letters += 1;
    if (closed || idle.length >= KEPT || talk.letters >= LETTERS_PER_CONNECTION) return talk.connection.quit();
    idle.push(talk);
  }

  return {
    async deliver(envelope, body) {
      const talk = await take();
      try {
        const response = await say(talk.connection, envelope, body);
        giveBack(talk);
        return response;
      } catch (error) {
        talk.connection.close();
        throw error;
      }
    },
    close() {
      closed = true;
      for (const talk of idle.splice(0)) talk.connection.quit();
    },
  };
}

function connect(url: string, timeouts: { connectMs: number; idleMs: number }): Promise<SMTPConnection> {
  const at = new URL(url);
  const secure = at.protocol === 'smtps:';
  const connection = new SMTPConnection({
    host: at.hostname.replace(/^\[|\]$/g, ''),
    port: Number(at.port) || (secure ? 465 : 587),
    secure,
    // A login is never sent in the clear unless the address says so.
    requireTLS: !secure && at.username !== '' && at.searchParams.get('tls') !== 'off',
    connectionTimeout: timeouts.connectMs,
    greetingTimeout: timeouts.connectMs,
    dnsTimeout: timeouts.connectMs,
    socketTimeout: timeouts.idleMs,
  });
  return new Promise((resolve, reject) => {
    const away = (error?: Error | null) => {
      connection.close();
      reject(sendFailure('temporary', wordsOf(error), { channelDown: true, cause: error ?? undefined }));
    };
    connection.on('error', away);
    connection.connect((error) => {
      if (error) return away(error);
      if (!at.username) return resolve(connection);
      connection.login({ user: decodeURIComponent(at.username), pass: decodeURIComponent(at.password) }, (refused) =>
        refused ? away(refused) : resolve(connection),
      );
    });
  });
}

function say(connection: SMTPConnection, envelope: { from: string; to: string }, body: Buffer): Promise<string> {
  let taken = false;
  const stream = new Readable({
    read() {
      // The body is only asked for after the server's 354.
      taken = true;
      this.push(body);
      this.push(null);
    },
  });
  return new Promise((resolve, reject) => {
    const broken = (error: Error) => reject(verdict(error, taken));
    connection.once('error', broken);
    connection.send({ from: envelope.from, to: [envelope.to], size: body.length }, stream, (error, info) => {
      connection.off('error', broken);
      if (error) reject(verdict(error, taken));
      else resolve(String(info?.response ?? ''));
    });
  });
}

/** A reply decides; without one it matters whether the body was on its way. */
function verdict(error: SmtpError, bodyTaken: boolean): SendFailure {
  const code = error.responseCode ?? 0;
  if (code >= 500) return sendFailure('permanent', wordsOf(error), { cause: error });
  if (code >= 400) return sendFailure('temporary', wordsOf(error), { channelDown: code === 421, cause: error });
  if (bodyTaken) return sendFailure('in-doubt', wordsOf(error), { channelDown: true, cause: error });
  return sendFailure('temporary', wordsOf(error), { channelDown: true, cause: error });
}

/** Server's reply or the system's reason; addresses in it are somebody's data and go. */
function wordsOf(error: SmtpError | null | undefined): string {
  const words = error?.response ?? error?.message ?? 'no answer';
  return words.replace(/[^\s<>"']+@[^\s<>"']+/g, '…').replace(/[\r\n]+/g, ' ');
}
