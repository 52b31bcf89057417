// One question to its answer, with growing pauses between «is it ready»: a second, then longer, until the deadline.
import type { XmlNode } from '@zhkh/imports';
import type { Client } from './client.server.ts';
import type { Body } from './envelope.ts';
import { ExchangeError } from './exchange-error.ts';
import type { Service } from './namespaces.ts';

export interface Patience {
  firstMs: number;
  mostMs: number;
  /** When to stop asking (by performance.now()): the request stays under way and the next run goes on with it. */
  until: number;
  wait(ms: number): Promise<void>;
  signal?: AbortSignal;
}

const GROWTH = 1.7;

/** Null when the deadline comes first. */
export async function whenReady(
  client: Client,
  question: { service: Service; ackGuid: string; skip: ReadonlySet<string> },
  patience: Patience,
): Promise<AsyncGenerator<XmlNode> | null> {
  let pause = patience.firstMs;
  for (;;) {
    const answer = await client.answer(question.service, question.ackGuid, question.skip);
    if (answer) return answer;
    if (patience.signal?.aborted || performance.now() + pause > patience.until) return null;
    await patience.wait(pause);
    pause = Math.min(pause * GROWTH, patience.mostMs);
  }
}

/** For what a round needs on its way and nothing is lost by asking twice. «Nothing found» is an empty answer. */
export async function askNow(
  client: Client,
  ask: { action: string; body: Body; guid: string; skip: readonly string[] },
  patience: Patience,
): Promise<XmlNode[]> {
  try {
    const ackGuid = await client.ask(ask.action, ask.body, ask.guid);
    const answer = await whenReady(client, { service: ask.body.service, ackGuid, skip: new Set(ask.skip) }, patience);
    if (!answer) throw new ExchangeError('away', 'not-ready');
    const nodes: XmlNode[] = [];
    for await (const node of answer) nodes.push(node);
    return nodes;
  } catch (error) {
    if (isNothing(error)) return [];
    throw error;
  }
}

/** INT002012: «Нет объектов для экспорта». Not a fault: there is nothing to tell. */
export function isNothing(error: unknown): boolean {
  return error instanceof ExchangeError && error.outcome === 'refused' && error.reason === 'INT002012';
}
