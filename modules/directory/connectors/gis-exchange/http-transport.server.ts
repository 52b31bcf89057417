// Carries SOAP over HTTPS with the client's own certificate. Times out, follows no redirect, counts what comes.
import http from 'node:http';
import https from 'node:https';
import { ExchangeError } from './exchange-error.ts';
import { services } from './namespaces.ts';
import type { Carried, Post, Transport } from './ports.ts';

export interface HttpTransportOptions {
  /** `https://api.dom.gosuslugi.ru/` */
  endpoint: string;
  tls?: { cert: string; key: string; ca?: string };
  /** The test stand of ГИС ЖКХ stands behind a password of its own. */
  basic?: { user: string; password: string };
  timeoutMs: number;
  maxAnswerBytes: number;
}

export function createHttpTransport(options: HttpTransportOptions): Transport {
  const secure = options.endpoint.startsWith('https:');
  const agent = secure
    ? new https.Agent({ keepAlive: true, maxSockets: 8, ...options.tls })
    : new http.Agent({ keepAlive: true, maxSockets: 8 });
  return {
    post: (post) => send(options, secure ? https : http, agent, post),
    close: () => agent.destroy(),
  };
}

function send(options: HttpTransportOptions, how: typeof http | typeof https, agent: http.Agent, post: Post): Promise<Carried> {
  const bytes = Buffer.from(post.envelope, 'utf8');
  return new Promise((resolve, reject) => {
    const request = how.request(
      new URL(services[post.service], options.endpoint),
      {
        method: 'POST',
        agent: agent as https.Agent,
        headers: {
          'Content-Type': 'text/xml; charset=utf-8',
          'Content-Length': bytes.length,
          SOAPAction: `"${post.soapAction}"`,
          ...(options.basic && { Authorization: `Basic ${basic(options.basic)}` }),
        },
        signal: AbortSignal.timeout(options.timeoutMs),
      },
      (answer) => {
        const kind = answer.headers['content-type'] ?? '';
        if ((answer.statusCode === 200 || answer.statusCode === 500) && !/^(text|application)\/(soap\+)?xml\b/i.test(kind)) {
          answer.destroy();
          reject(new ExchangeError('broken', 'not-xml', kind));
          return;
        }
        resolve({ status: answer.statusCode ?? 0, body: bounded(answer, options.maxAnswerBytes) });
      },
    );
    request.on('error', (error) => reject(away(error)));
    request.end(bytes);
  });
}

async function* bounded(answer: http.IncomingMessage, maxBytes: number): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  try {
    for await (const chunk of answer) {
      bytes += (chunk as Uint8Array).length;
      if (bytes > maxBytes) throw new ExchangeError('broken', 'too-big');
      yield chunk as Uint8Array;
    }
  } catch (error) {
    throw error instanceof ExchangeError ? error : away(error);
  } finally {
    answer.destroy();
  }
}

/** The code only: addresses and certificates of the connection stay out of logs. */
function away(error: unknown): ExchangeError {
  const { code = '', name = '' } = (error ?? {}) as { code?: string; name?: string };
  return new ExchangeError('away', name === 'AbortError' || name === 'TimeoutError' ? 'timeout' : 'connection', code);
}

const basic = ({ user, password }: { user: string; password: string }) => Buffer.from(`${user}:${password}`).toString('base64');
