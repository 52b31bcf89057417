// Letters over SMTP. Tells exactly how far a letter got, because only a connection lost after the body leaves it in doubt.
import MailComposer from 'nodemailer/lib/mail-composer';
import type { Config } from '../config/config.ts';
import { type Breaker, createBreaker } from './breaker.server.ts';
import { parseMailAddress, parseSender } from './mail-address.ts';
import { isSendFailure, sendFailure } from './send-failure.ts';
import { createSmtpLine, type SmtpLine } from './smtp-line.server.ts';

export interface MailInput {
  /** Verbatim, with angle brackets. */
  messageId: string;
  to: string;
  subject: string;
  text: string;
  html?: string;
  unsubscribe?: string;
}

export interface MailTransport {
  /** Resolves when the server accepted the letter; otherwise rejects with a SendFailure. */
  send(input: MailInput): Promise<{ response: string }>;
  /** False while the server is known to be away: do not claim work for it. */
  available(): boolean;
  /** Right side of Message-IDs. */
  domain: string;
  close(): void;
}

export interface MailTimeouts {
  connectMs: number;
  idleMs: number;
}

export function createMailTransport(
  config: Pick<Config, 'mail'>,
  timeouts: MailTimeouts = { connectMs: 5000, idleMs: 20_000 },
): MailTransport {
  const sender = parseSender(config.mail.from);
  const line = createSmtpLine(config.mail.url, timeouts);
  const breaker = createBreaker({ failures: 3, restMs: 10_000 });
  return {
    send: (input) => send(line, breaker, sender, input),
    available: () => breaker.allows(),
    domain: sender.address.split('@')[1] ?? 'localhost',
    close: () => line.close(),
  };
}

async function send(
  line: SmtpLine,
  breaker: Breaker,
  sender: { name: string; address: string },
  input: MailInput,
): Promise<{ response: string }> {
  const to = parseMailAddress(input.to);
  if (!to) throw sendFailure('permanent', 'Not an e-mail address');
  if (!/^<[^<>\s@]+@[^<>\s@]+>$/.test(input.messageId)) throw new Error('Message-ID must look like <local@domain>');
  if (!breaker.allows()) throw sendFailure('temporary', 'The mail server is away', { channelDown: true });
  const body = await compose(sender, to, input);
  try {
    const response = await line.deliver({ from: sender.address, to }, body);
    breaker.success();
    return { response };
  } catch (error) {
    if (isSendFailure(error) && error.channelDown) breaker.failure();
    else breaker.success();
    throw error;
  }
}

function compose(from: { name: string; address: string }, to: string, input: MailInput): Promise<Buffer> {
  const mail = new MailComposer({
    from,
    to: { name: '', address: to },
    subject: input.subject.replace(/[\r\n]+/g, ' '),
    text: input.text,
    html: input.html,
    messageId: input.messageId,
    headers: { 'Auto-Submitted': 'auto-generated', ...unsubscribeHeaders(input.unsubscribe) },
    disableFileAccess: true,
    disableUrlAccess: true,
    newline: '\r\n',
  });
  return new Promise((resolve, reject) => {
    mail.compile().build((error, message) => (error || !message ? reject(error) : resolve(message)));
  });
}

/** RFC 8058: one POST, nothing to sign in to. */
function unsubscribeHeaders(url: string | undefined): Record<string, string> {
  if (!url || /[<>\s]/.test(url)) return {};
  return { 'List-Unsubscribe': `<${url}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' };
}
