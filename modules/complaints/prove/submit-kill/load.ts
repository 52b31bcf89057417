// People who press «Отправить» and, when no answer comes, press it again: the same form, the same key.
import { randomUUID } from 'node:crypto';
import http from 'node:http';
import type { Submission } from './check.ts';
import type { Resident, Stage } from './people.ts';

export interface Site {
  /** Port of the proxy people go through. */
  port: number;
  host: string;
}

export interface LoadOptions {
  site: Site;
  stage: Stage;
  stopping: AbortSignal;
  /** A product that forgets keys, played by sending a new one with every try: the checker must see it. */
  plant: 'no-idempotency' | null;
  pauseMs: number;
}

const GIVE_UP_MS = 90_000;

/** Runs until told to stop, then lets every open submission come to its receipt. */
export async function submitForever(options: LoadOptions): Promise<Submission[]> {
  const all: Submission[] = [];
  const person = async (resident: Resident, index: number) => {
    for (let turn = 0; !options.stopping.aborted; turn += 1) {
      const house = options.stage.houses[(index + turn) % options.stage.houses.length] ?? '';
      all.push(await submit(options, resident, house));
      await pause(options.pauseMs);
    }
  };
  await Promise.all(options.stage.residents.map(person));
  return all;
}

async function submit(options: LoadOptions, resident: Resident, house: string): Promise<Submission> {
  const key = randomUUID();
  const body = `Не горит свет на лестнице. Проверка ${key}`;
  const receipts: string[] = [];
  const started = Date.now();
  let [tries, inDoubt] = [0, 0];
  while (receipts.length === 0 && Date.now() - started < GIVE_UP_MS) {
    tries += 1;
    const sentKey = options.plant === 'no-idempotency' && tries > 1 ? randomUUID() : key;
    const form = new URLSearchParams({ intent: 'send', idempotencyKey: sentKey, house, category: options.stage.category, body });
    const answer = await post(options.site, resident.cookie, form.toString());
    if (answer.kind === 'receipt') receipts.push(answer.complaintId);
    else if (answer.kind === 'refused') throw new Error(`The product refused a good form: ${answer.status} ${answer.text}`);
    else if (answer.kind === 'no answer') inDoubt += 1;
    if (receipts.length === 0) await pause(80 + Math.random() * 120);
  }
  return { key, receipt: receipts[0] ?? null, tries, inDoubt, receipts };
}

type Answer =
  | { kind: 'receipt'; complaintId: string }
  | { kind: 'busy' }
  | { kind: 'no answer' }
  | { kind: 'refused'; status: number; text: string };

function post({ port, host }: Site, cookie: string, form: string): Promise<Answer> {
  return new Promise((resolve) => {
    const headers = {
      host,
      cookie,
      origin: `http://${host}`,
      'content-type': 'application/x-www-form-urlencoded',
      'content-length': String(Buffer.byteLength(form)),
    };
    const request = http.request(
      { host: '127.0.0.1', port, path: '/complaints/new', method: 'POST', headers, agent: false, timeout: 8000 },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', () => resolve({ kind: 'no answer' }));
        response.on('end', () =>
          resolve(read(response.statusCode ?? 0, response.headers.location, Buffer.concat(chunks).toString('utf8'))),
        );
      },
    );
    request.on('timeout', () => request.destroy());
    request.on('error', () => resolve({ kind: 'no answer' }));
    request.end(form);
  });
}

function read(status: number, location: string | undefined, text: string): Answer {
  const complaintId = /^\/complaints\/([0-9a-f-]{36})\?/.exec(location ?? '')?.[1];
  if (complaintId) return { kind: 'receipt', complaintId };
  if (status >= 500 || status === 429) return { kind: 'busy' };
  return {
    kind: 'refused',
    status,
    text: `${location ?? ''} ${text
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ')
      .slice(0, 300)}`,
  };
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
