// The one client for addresses people type in: https only, public addresses only, redirects checked like the first address, bounded in
// size and time. The address is checked where the connection is made, so a name that answers differently the second time gains nothing.
import { lookup as resolve } from 'node:dns';
import http from 'node:http';
import https from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { OutsideError } from './outside-error.ts';
import { isLoopback, isPublicAddress } from './public-address.server.ts';

export interface OutsideRequest {
  url: string;
  headers?: Readonly<Record<string, string>>;
  /** Hosts that may be asked, themselves and below: «nalog.ru» lets «file.nalog.ru» in. */
  hosts: readonly string[];
  maxBytes: number;
  /** The whole answer, body included. */
  timeoutMs: number;
  signal?: AbortSignal;
}

export interface OutsideAnswer {
  status: number;
  header(name: string): string | null;
  /** After redirects. */
  url: string;
  /** Throws OutsideError when it breaks off or grows too big. Has to be read to its end, or the request ends by its time. */
  body: AsyncIterable<Uint8Array>;
}

export type GetOutside = (request: OutsideRequest) => Promise<OutsideAnswer>;

const MAX_REDIRECTS = 5;
const SILENT_MS = 30_000;

/** `loopback`: outside services may stand on this machine, over plain http (local mode, tests). */
export function getOutside(request: OutsideRequest, { loopback }: { loopback: boolean }): Promise<OutsideAnswer> {
  const late = AbortSignal.timeout(request.timeoutMs);
  const signal = request.signal ? AbortSignal.any([late, request.signal]) : late;
  return follow(request, new URL(checkedUrl(request.url)), { loopback, signal, left: MAX_REDIRECTS });
}

interface Walk {
  loopback: boolean;
  signal: AbortSignal;
  left: number;
}

function checkedUrl(text: string): string {
  if (!URL.canParse(text)) throw new OutsideError('address', text.slice(0, 100));
  return text;
}

async function follow(request: OutsideRequest, url: URL, walk: Walk): Promise<OutsideAnswer> {
  checkAddress(url, request.hosts, walk.loopback);
  const answer = await ask(request, url, walk);
  const target = answer.headers.location;
  if (![301, 302, 303, 307, 308].includes(answer.statusCode ?? 0) || !target) return answerOf(request, url, answer);
  answer.destroy();
  if (walk.left === 0) throw new OutsideError('redirects');
  if (!URL.canParse(target, url)) throw new OutsideError('address', target.slice(0, 100));
  return follow(request, new URL(target, url), { ...walk, left: walk.left - 1 });
}

function checkAddress(url: URL, hosts: readonly string[], loopback: boolean): void {
  const host = url.hostname.replace(/^\[|\]$/g, '').toLowerCase();
  const local = loopback && (isLoopback(host) || host === 'localhost');
  if (url.username || url.password) throw new OutsideError('address', url.host);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && local)) throw new OutsideError('https-only', url.host);
  if (isIP(host) && !local && !isPublicAddress(host)) throw new OutsideError('private', host);
  if (!local && !hosts.some((allowed) => host === allowed || host.endsWith(`.${allowed}`))) throw new OutsideError('host', host);
}

/** What the name says when the connection is made is what counts. */
function guarded(loopback: boolean): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, '', 0);
      const bad = addresses.find(({ address }) => !isPublicAddress(address) && !(loopback && isLoopback(address)));
      const [first] = addresses;
      if (bad || !first) return callback(new OutsideError('private', hostname), '', 0);
      if (options.all) (callback as unknown as (error: null, all: typeof addresses) => void)(null, addresses);
      else callback(null, first.address, first.family);
    });
  };
}

function ask(request: OutsideRequest, url: URL, walk: Walk): Promise<http.IncomingMessage> {
  const { get } = url.protocol === 'https:' ? https : http;
  const headers = { 'user-agent': 'digital-housing', 'accept-encoding': 'identity', ...request.headers };
  return new Promise((answered, failed) => {
    const asked = get(
      url,
      { headers, lookup: guarded(walk.loopback), signal: walk.signal, timeout: SILENT_MS, agent: false },
      answered,
    );
    asked.on('timeout', () => asked.destroy(new OutsideError('silent', url.host)));
    asked.on('error', (error) => failed(asOutside(error, url)));
  });
}

function answerOf(request: OutsideRequest, url: URL, answer: http.IncomingMessage): OutsideAnswer {
  const told = Number(answer.headers['content-length'] ?? Number.NaN);
  if (told > request.maxBytes) {
    answer.destroy();
    throw new OutsideError('too-big', String(told));
  }
  return {
    status: answer.statusCode ?? 0,
    header: (name) => [answer.headers[name]].flat()[0] ?? null,
    url: url.href,
    body: bounded(answer, url, request.maxBytes, told),
  };
}

async function* bounded(answer: http.IncomingMessage, url: URL, max: number, told: number): AsyncGenerator<Uint8Array> {
  let size = 0;
  try {
    for await (const chunk of answer as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > max) throw new OutsideError('too-big', String(max));
      yield chunk;
    }
  } catch (error) {
    throw asOutside(error, url);
  } finally {
    answer.destroy();
  }
  if (!Number.isNaN(told) && size !== told) throw new OutsideError('broken-off', url.host);
}

function asOutside(error: unknown, url: URL): OutsideError {
  if (error instanceof OutsideError) return error;
  const { code, name, cause } = error as NodeJS.ErrnoException;
  if (cause instanceof OutsideError) return cause;
  if (name === 'AbortError' || name === 'TimeoutError') return new OutsideError('late', url.host);
  if (code === 'ECONNRESET' || code === 'ERR_STREAM_PREMATURE_CLOSE') return new OutsideError('broken-off', url.host);
  return new OutsideError('no-answer', `${url.host} ${code ?? ''}`.trim());
}
