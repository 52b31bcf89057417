// Takes open requests to their answers, a few at a time. What cannot be had now stays under way; what is refused is kept with its reason.
import type { Context } from '@zhkh/kernel/module.server';
import type { XmlNode } from '@zhkh/imports';
import { isNothing, type Patience, whenReady } from './ask-now.server.ts';
import type { Client } from './client.server.ts';
import { ExchangeError } from './exchange-error.ts';
import { refusedRecord } from './exchange-connector.server.ts';
import type { Operation } from './operation.ts';
import { type Ended, type ExchangeRequest, markAsked, markTried } from './request-log.server.ts';
import type { AnswerFiles } from './answer-files.server.ts';

/** Most of a request's time is waiting; the transport opens fewer connections than this. */
const AT_ONCE = 16;
/** An answer that makes no sense is asked for again by the next runs, so many times. */
const TRIES = 3;

export interface Collected {
  ended: Omit<Ended, 'lines'>[];
  waiting: number;
  /** GUIDs the answers name and the region may not know. */
  organisations: Set<string>;
  documents: Set<string>;
}

export interface Round {
  ctx: Context;
  operation: Operation;
  client: Client;
  patience: Patience;
  files: AnswerFiles;
}

export async function collectAnswers(round: Round, requests: readonly ExchangeRequest[]): Promise<Collected> {
  const collected: Collected = { ended: [], waiting: 0, organisations: new Set(), documents: new Set() };
  const queue = requests.values();
  const lane = async () => {
    for (const request of queue) {
      const ended = round.patience.signal?.aborted ? null : await settle(round, request, collected);
      if (ended) collected.ended.push(ended);
      else collected.waiting += 1;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  return collected;
}

async function settle(round: Round, request: ExchangeRequest, collected: Collected): Promise<Omit<Ended, 'lines'> | null> {
  const { ctx, files } = round;
  try {
    const answer = await answerTo(round, request);
    if (!answer) return null;
    const count = await files.take(request.id, request.about, taken(round.operation, answer, collected));
    return { id: request.id, state: count > 0 ? 'done' : 'empty', error: null };
  } catch (error) {
    if (!(error instanceof ExchangeError)) throw error;
    if (isNothing(error)) return { id: request.id, state: 'empty', error: null };
    ctx.log.warn({ operation: round.operation.id, request: request.id, reason: error.reason }, 'exchange request');
    const tries = request.tries + (error.outcome === 'away' ? 0 : 1);
    if (error.outcome !== 'refused' && tries < TRIES) {
      await markTried(ctx, request.id, tries, error.message);
      return null;
    }
    await files.take(request.id, {}, only(refusedRecord({ ...request.about, message: request.id }, error.message)));
    return { id: request.id, state: 'failed', error: error.message };
  }
}

async function answerTo({ ctx, operation, client, patience }: Round, request: ExchangeRequest) {
  const { service, element, version, action } = operation;
  let ackGuid = request.ack_guid;
  if (!ackGuid) {
    ackGuid = await client.ask(action, { service, element, version, content: request.content }, request.id);
    await markAsked(ctx, request.id, ackGuid);
  }
  return whenReady(client, { service, ackGuid, skip: new Set(operation.skip) }, patience);
}

async function* taken(operation: Operation, answer: AsyncIterable<XmlNode>, collected: Collected): AsyncGenerator<XmlNode> {
  for await (const node of answer) {
    if (!operation.records.includes(node.name)) continue;
    noteNames(node, collected);
    yield node;
  }
}

function noteNames(node: XmlNode, collected: Collected): void {
  if (node.name === 'orgRootEntityGUID') collected.organisations.add(node.text.toLowerCase());
  if (node.name === 'ActGUID') collected.documents.add(node.text.toLowerCase());
  for (const one of node.children) noteNames(one, collected);
}

async function* only(node: XmlNode): AsyncGenerator<XmlNode> {
  yield node;
}
