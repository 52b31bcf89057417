// The catcher over HTTP: its page, the SMS gateway the product posts to, and the JSON that tests read.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { applyFaults, type Faults, SLOW_MS } from './faults.ts';
import { listPage } from './page.ts';
import type { MessageStore } from './store.server.ts';

const MAX_BODY = 100_000;
const PAGE_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; connect-src 'self'; frame-src 'self'; form-action 'self'";
/** A letter may bring styles and pictures inside itself; it runs nothing and loads nothing. */
const LETTER_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox allow-popups allow-popups-to-escape-sandbox";

export function createCatcherHttp(store: MessageStore, faults: Faults): Server {
  return createServer((request, response) => {
    handle(store, faults, request, response).catch((error: unknown) => json(response, 500, { error: String(error) }));
  });
}

async function handle(store: MessageStore, faults: Faults, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://catcher');
  const to = url.searchParams.get('to')?.replace(/^ (?=\d)/, '+') ?? '';
  switch (`${request.method} ${url.pathname.replace(/^\/html\/.+/, '/html')}`) {
    case 'GET /':
      return html(
        response,
        PAGE_POLICY,
        listPage(store.list({ to, limit: 200 }), store.get(url.searchParams.get('id') ?? ''), to),
      );
    case 'GET /html':
      return html(response, LETTER_POLICY, letter(store.get(decodeURIComponent(url.pathname.slice('/html/'.length)))?.html));
    case 'GET /healthz':
    case 'GET /readyz':
      return json(response, 200, { ok: true });
    case 'GET /api/messages':
      return json(
        response,
        200,
        store.list({ to, kind: url.searchParams.get('kind') ?? undefined, limit: Number(url.searchParams.get('limit') ?? 500) }),
      );
    case 'DELETE /api/messages':
      store.clear();
      return json(response, 200, { ok: true });
    case 'GET /api/faults':
      return json(response, 200, faults);
    case 'POST /api/faults': {
      const problem = applyFaults(faults, await bodyOf(request));
      return problem ? json(response, 400, { error: problem }) : json(response, 200, faults);
    }
    case 'POST /sms':
      return sms(store, faults, await bodyOf(request), response);
    default:
      return json(response, 404, { error: 'not found' });
  }
}

async function sms(store: MessageStore, faults: Faults, body: unknown, response: ServerResponse): Promise<void> {
  const { to, text, sender } = (body ?? {}) as { to?: unknown; text?: unknown; sender?: unknown };
  if (typeof to !== 'string' || typeof text !== 'string') return json(response, 400, { error: 'expected { to, text }' });
  if (faults.sms === 'down') return void response.destroy();
  if (faults.sms === '500') return json(response, 500, { error: 'broken for a test' });
  if (faults.sms === 'garbage') return html(response, PAGE_POLICY, '<p>not what you asked for</p>');
  if (faults.sms === 'slow') await new Promise((resolve) => setTimeout(resolve, SLOW_MS));
  const { id } = store.add({
    kind: 'sms',
    from: typeof sender === 'string' ? sender : '',
    to,
    subject: '',
    text,
    html: null,
    messageId: null,
    headers: {},
  });
  return json(response, 200, { id });
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request) {
    size += (part as Buffer).length;
    if (size > MAX_BODY) throw new Error('too long');
    parts.push(part as Buffer);
  }
  try {
    return JSON.parse(Buffer.concat(parts).toString('utf8'));
  } catch {
    return null;
  }
}

/** Links of a letter open beside the catcher, not inside the frame. */
function letter(content: string | null | undefined): string {
  return `<!doctype html><base target="_blank">${content ?? '<p>Такого письма нет.</p>'}`;
}

function html(response: ServerResponse, policy: string, content: string): void {
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': policy,
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  });
  response.end(content);
}

function json(response: ServerResponse, status: number, value: unknown): void {
  if (response.destroyed || response.headersSent) return;
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' });
  response.end(JSON.stringify(value));
}
