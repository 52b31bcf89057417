// Sends the cells and looks into every answer: a canary the visitor may not see, or a server that broke.
import { request } from 'node:http';
import type { Cell } from './cells.ts';
import type { Identity } from './identities.ts';

export interface Finding {
  role: string;
  cell: Cell;
  status: number;
  /** «leak of KANAREIKA-omsk-first», «500». */
  what: string;
}

export interface Tally {
  cells: number;
  /** Status → how many answers. */
  statuses: Record<string, number>;
  /** Answers with own texts: the matrix must be able to see a canary at all. */
  ownSeen: number;
  findings: Finding[];
}

export interface Target {
  /** 127.0.0.1 and the port the app listens on; names under localhost need no resolver. */
  port: number;
  host: string;
}

export async function runCells(
  target: Target,
  identity: Identity,
  cells: readonly Cell[],
  forbidden: readonly string[],
  own: readonly string[],
  parallel = 6,
): Promise<Tally> {
  const tally: Tally = { cells: 0, statuses: {}, ownSeen: 0, findings: [] };
  const queue = [...cells];
  const worker = async () => {
    for (let cell = queue.shift(); cell; cell = queue.shift())
      judge(tally, identity, cell, await ask(target, identity, cell), forbidden, own);
  };
  await Promise.all(Array.from({ length: parallel }, worker));
  return tally;
}

export function addUp(tallies: readonly Tally[]): Tally {
  const sum: Tally = { cells: 0, statuses: {}, ownSeen: 0, findings: [] };
  for (const tally of tallies) {
    sum.cells += tally.cells;
    sum.ownSeen += tally.ownSeen;
    sum.findings.push(...tally.findings);
    for (const [status, count] of Object.entries(tally.statuses)) sum.statuses[status] = (sum.statuses[status] ?? 0) + count;
  }
  return sum;
}

interface Answer {
  status: number;
  text: string;
}

function judge(
  tally: Tally,
  identity: Identity,
  cell: Cell,
  answer: Answer,
  forbidden: readonly string[],
  own: readonly string[],
): void {
  tally.cells += 1;
  tally.statuses[answer.status] = (tally.statuses[answer.status] ?? 0) + 1;
  // What the visitor typed may come back to the visitor.
  const echoed = [cell.url, ...Object.values(cell.form ?? {})].join(' ');
  const leaked = forbidden.filter((canary) => answer.text.includes(canary) && !echoed.includes(canary));
  const add = (what: string) => tally.findings.push({ role: identity.role, cell, status: answer.status, what });
  for (const canary of leaked) add(`leak of ${canary}`);
  if (answer.status >= 500) add(String(answer.status));
  if (own.some((canary) => answer.text.includes(canary))) tally.ownSeen += 1;
}

/** Plain node:http: Host, Origin and Cookie exactly as told, redirects not followed, headers looked into as well. */
async function ask(target: Target, identity: Identity, cell: Cell): Promise<Answer> {
  const cookie = await identity.cookie();
  const body = cell.form ? new URLSearchParams(cell.form).toString() : '';
  const headers = {
    host: target.host,
    'accept-language': 'ru',
    ...identity.headers,
    ...(cookie && { cookie }),
    ...(cell.method === 'POST' && {
      origin: `http://${target.host}`,
      'content-type': 'application/x-www-form-urlencoded',
      'content-length': String(Buffer.byteLength(body)),
    }),
  };
  return await new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port: target.port, path: cell.url, method: cell.method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          text: JSON.stringify(response.headers) + Buffer.concat(chunks).toString('utf8'),
        }),
      );
      response.on('error', reject);
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
