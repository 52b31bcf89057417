// The local ГИС ЖКХ: takes SOAP over HTTP, checks it against the official schemas and its signature, answers late, as the real one does.
import { randomUUID } from 'node:crypto';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import type { XmlNode } from '@zhkh/imports';
import type { XmlObject } from '../../connectors/gis-exchange/envelope.ts';
import { type Service, services } from '../../connectors/gis-exchange/namespaces.ts';
import { childText } from '../../connectors/gis-exchange/xml-tree.ts';
import { answers } from './answers.ts';
import { isSignedBy, problemsOf, problemsOfAnswer } from './check-request.ts';
import { readEnvelope } from './read-envelope.ts';
import { errorMessage, fault, receipt, state } from './soap-out.ts';
import { newWorld, type World } from './world.ts';

export interface GisServerOptions {
  /** Whose signature is taken. */
  certificate: string;
  /** Folder of formats 14.4.0.1; null = not at hand. */
  schemas: string | null;
  port?: number;
  /** Questions «is it ready» answered with 1, 2, … before 3. */
  polls?: number;
  misbehave?(call: Call): Misbehaviour | undefined;
}

export interface Call {
  /** `exportHouseData` or `getState`. */
  action: string;
  /** How often this action was called before. */
  before: number;
  /** Of the request or the receipt. */
  guid: string;
}

/** A ready answer in place of the right one; or what is done to the right one. */
export type Misbehaviour =
  | { status: number; body?: string; type?: string }
  | { fault: string }
  | { error: [code: string, description: string] }
  | { spoil(xml: string): string }
  | { never: true };

export interface GisServer {
  url: string;
  calls: string[];
  /** What was wrong with requests, and with the server's own answers. */
  refused: string[];
  own: string[];
  world: World;
  close(): Promise<void>;
}

interface Kept {
  service: Service;
  polls: number;
  records: XmlObject | null;
}

export async function startGisServer(options: GisServerOptions): Promise<GisServer> {
  const desk: Desk = { options, world: newWorld(), kept: new Map(), byRequester: new Map(), calls: [], refused: [], own: [] };
  const server = http.createServer((request, response) => {
    void serve(desk, request).then(({ status, body, type }) => {
      response.writeHead(status, { 'Content-Type': type ?? 'text/xml; charset=utf-8' });
      response.end(body);
    });
  });
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    calls: desk.calls,
    refused: desk.refused,
    own: desk.own,
    world: desk.world,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

interface Desk {
  options: GisServerOptions;
  world: World;
  kept: Map<string, Kept>;
  /** The requester's MessageGUID → ours: the same request twice is one request. */
  byRequester: Map<string, string>;
  calls: string[];
  refused: string[];
  own: string[];
}

interface Reply {
  status: number;
  body: string;
  type?: string;
}

async function serve(desk: Desk, request: http.IncomingMessage): Promise<Reply> {
  const service = (Object.keys(services) as Service[]).find((one) => request.url === `/${services[one]}`);
  if (!service || request.method !== 'POST') return { status: 404, body: '' };
  const envelope = await textOf(request);
  const action = String(request.headers.soapaction ?? '').replace(/^"urn:|"$/g, '');
  const { header, body } = readEnvelope(envelope);
  const guid = action === 'getState' ? childText(body, 'MessageGUID') : childText(header, 'MessageGUID');
  const call: Call = { action, before: desk.calls.filter((one) => one === action).length, guid };
  desk.calls.push(action);
  const problems = problemsOf(envelope, service, desk.options.schemas);
  if (problems.length > 0) {
    desk.refused.push(...problems.map((problem) => `${action}: ${problem}`));
    return { status: 500, body: fault('FMT001300', `Некорректный XML: ${problems[0]}`) };
  }
  const odd = desk.options.misbehave?.(call);
  if (odd && 'status' in odd) return { body: '', ...odd };
  if (odd && 'fault' in odd) return { status: 500, body: fault(odd.fault, 'Отказано') };
  if (action !== 'getState' && !isSignedBy(envelope, desk.options.certificate)) {
    desk.refused.push(`${action}: signature`);
    return { status: 500, body: fault('AUT011005', 'Подпись недействительна') };
  }
  const reply = action === 'getState' ? tell(desk, service, guid, odd) : take(desk, service, guid, body);
  if (desk.options.schemas && reply.status === 200) desk.own.push(...problemsOfAnswer(reply.body, service, desk.options.schemas));
  return odd && 'spoil' in odd ? { ...reply, body: odd.spoil(reply.body) } : reply;
}

function take(desk: Desk, service: Service, requesterGuid: string, body: XmlNode): Reply {
  const ackGuid = desk.byRequester.get(requesterGuid) ?? randomUUID();
  if (!desk.byRequester.has(requesterGuid)) {
    desk.byRequester.set(requesterGuid, ackGuid);
    desk.kept.set(ackGuid, { service, polls: 0, records: answers[body.name]?.(body, desk.world) ?? null });
  }
  return { status: 200, body: receipt(ackGuid, requesterGuid) };
}

function tell(desk: Desk, service: Service, ackGuid: string, odd: Misbehaviour | undefined): Reply {
  const kept = desk.kept.get(ackGuid);
  if (!kept || kept.service !== service) return { status: 500, body: fault('INT002007', 'Сообщение не найдено') };
  kept.polls += 1;
  if (kept.polls <= (desk.options.polls ?? 2) || (odd && 'never' in odd))
    return { status: 200, body: state(service, ackGuid, kept.polls === 1 ? 1 : 2) };
  const error = odd && 'error' in odd ? odd.error : (['INT002012', 'Нет объектов для экспорта'] as const);
  const records = odd && 'error' in odd ? null : kept.records;
  return { status: 200, body: state(service, ackGuid, 3, records ?? errorMessage(error[0], error[1])) };
}

async function textOf(request: http.IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
