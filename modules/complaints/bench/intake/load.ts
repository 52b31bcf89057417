// Loads `bench -- intake`: a fixed number of connections, each sends a complaint when the last is answered.
import { Agent, request } from 'node:http';
import { newId } from '@zhkh/kernel/db.server';

export interface Target {
  name: string;
  ports: readonly number[];
  path: string;
  headers(): Record<string, string>;
}

export interface Round {
  answered: number;
  failed: number;
  perSecond: number;
}

export interface Shot {
  status: number;
  location: string;
  body: string;
}

/** Posts one complaint; `fields` is everything but the key. */
export function post(target: Target, port: number, fields: Record<string, string>, agent?: Agent): Promise<Shot> {
  const body = new URLSearchParams({ ...fields, idempotencyKey: newId() }).toString();
  const headers = {
    ...target.headers(),
    'content-type': 'application/x-www-form-urlencoded',
    'content-length': Buffer.byteLength(body),
  };
  return new Promise((resolve, reject) => {
    const sent = request(
      { host: '127.0.0.1', port, path: target.path, method: 'POST', headers, ...(agent && { agent }) },
      (answer) => {
        let text = '';
        answer.setEncoding('utf8').on('data', (part) => {
          text += part;
        });
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, location: answer.headers.location ?? '', body: text }));
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}

export async function load(target: Target, fields: Record<string, string>, connections: number, ms: number): Promise<Round> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const until = performance.now() + ms;
  const started = performance.now();
  let answered = 0;
  let failed = 0;
  const one = async (index: number) => {
    const port = target.ports[index % target.ports.length] as number;
    while (performance.now() < until) {
      const { status } = await post(target, port, fields, agent);
      if (status === 302) answered += 1;
      else failed += 1;
    }
  };
  await Promise.all(Array.from({ length: connections }, (_, index) => one(index)));
  agent.destroy();
  return { answered, failed, perSecond: answered / ((performance.now() - started) / 1000) };
}
