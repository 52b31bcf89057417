// The two calls the exchange is made of: hand a request in and get a receipt; ask with the receipt whether the answer is ready.
import type { Clock } from '@zhkh/kernel/time';
import type { XmlNode } from '@zhkh/imports';
import { type Body, requestEnvelope, SIGNED_ID, stateEnvelope } from './envelope.ts';
import { ExchangeError } from './exchange-error.ts';
import type { Service } from './namespaces.ts';
import type { Carried, Post, Signer, Transport } from './ports.ts';
import { type AnswerPart, readAnswer } from './read-answer.ts';
import { childText } from './xml-tree.ts';

export interface Client {
  /** Hands the request in; the GUID by which ГИС ЖКХ knows it. `messageGuid` is ours: the same one means the same request. */
  ask(action: string, body: Body, messageGuid: string): Promise<string>;
  /** Null: not ready yet. Otherwise the parts of the answer, as they are read. */
  answer(service: Service, ackGuid: string, skip: ReadonlySet<string>): Promise<AsyncGenerator<XmlNode> | null>;
}

export interface ClientParts {
  transport: Transport;
  signer: Signer;
  orgPPAGUID: string;
  clock: Clock;
  newGuid(): string;
  wait(ms: number): Promise<void>;
}

const TRIES = 3;
const NOTHING: ReadonlySet<string> = new Set(['Signature']);

export function createClient(parts: ClientParts): Client {
  const header = (messageGuid: string) => ({ messageGuid, orgPPAGUID: parts.orgPPAGUID, at: parts.clock.now() });
  return {
    async ask(action, body, messageGuid) {
      const envelope = await parts.signer.sign(requestEnvelope(header(messageGuid), body), SIGNED_ID);
      const carried = await postPatiently(parts, { service: body.service, soapAction: `urn:${action}`, envelope });
      return receiptOf(carried, messageGuid);
    },
    async answer(service, ackGuid, skip) {
      const envelope = stateEnvelope(header(parts.newGuid()), ackGuid);
      const carried = await postPatiently(parts, { service, soapAction: 'urn:getState', envelope });
      const read = readAnswer(carried.body, new Set([...NOTHING, ...skip]));
      const state = await stateOf(read, ackGuid, carried.status);
      if (state === 3) return records(read);
      await read.return(undefined);
      return null;
    },
  };
}

/** A service that is away is asked again with growing pauses; one that refuses is not. */
async function postPatiently(parts: ClientParts, post: Post): Promise<Carried> {
  for (let tried = 1; ; tried += 1) {
    try {
      const carried = await parts.transport.post(post);
      if (carried.status === 200 || carried.status === 500) return carried;
      throw new ExchangeError(carried.status >= 502 || carried.status === 429 ? 'away' : 'broken', `http-${carried.status}`);
    } catch (error) {
      if (!(error instanceof ExchangeError) || error.outcome !== 'away' || tried === TRIES) throw error;
      await parts.wait(500 * 4 ** (tried - 1));
    }
  }
}

async function receiptOf(carried: Carried, messageGuid: string): Promise<string> {
  let ack: XmlNode | null = null;
  const fault: XmlNode[] = [];
  for await (const part of readAnswer(carried.body, NOTHING)) {
    if (part.of === 'Fault') fault.push(part.node);
    if (part.of === 'AckRequest' && part.node.name === 'Ack') ack = part.node;
  }
  if (fault.length > 0) throw faultOf(fault);
  const guid = ack && childText(ack, 'MessageGUID');
  if (!ack || !guid) throw new ExchangeError('broken', 'no-receipt');
  if (childText(ack, 'RequesterMessageGUID') !== messageGuid) throw new ExchangeError('broken', 'foreign-receipt');
  return guid;
}

/** The schema puts RequestState and MessageGUID before everything else, so they decide before a record is read. */
async function stateOf(read: AsyncGenerator<AnswerPart>, ackGuid: string, status: number): Promise<number> {
  let state = 0;
  for (;;) {
    const next = await read.next();
    if (next.done) throw new ExchangeError('broken', status === 500 ? 'http-500' : 'no-state');
    const { of, node } = next.value;
    if (of === 'Fault') throw faultOf([node, ...(await rest(read))]);
    if (of !== 'getStateResult') throw new ExchangeError('broken', 'no-state', of);
    if (node.name === 'RequestState') state = Number(node.text);
    if (node.name !== 'MessageGUID') continue;
    if (node.text !== ackGuid) throw new ExchangeError('broken', 'foreign-answer');
    if (![1, 2, 3].includes(state)) throw new ExchangeError('broken', 'no-state');
    return state;
  }
}

async function* records(read: AsyncGenerator<AnswerPart>): AsyncGenerator<XmlNode> {
  for await (const { node } of read) {
    if (node.name === 'ErrorMessage')
      throw new ExchangeError('refused', childText(node, 'ErrorCode') || 'unknown', childText(node, 'Description'));
    yield node;
  }
}

async function rest(read: AsyncGenerator<AnswerPart>): Promise<XmlNode[]> {
  const nodes: XmlNode[] = [];
  for await (const { node } of read) nodes.push(node);
  return nodes;
}

/** faultcode, faultstring, detail/Fault{ErrorCode, ErrorMessage}. */
function faultOf(parts: readonly XmlNode[]): ExchangeError {
  const own = parts.find((part) => part.name === 'detail')?.children.find((child) => child.name === 'Fault');
  const code = own ? childText(own, 'ErrorCode') : '';
  const words = own ? childText(own, 'ErrorMessage') : (parts.find((part) => part.name === 'faultstring')?.text ?? '');
  return new ExchangeError('refused', code || 'fault', words);
}
