// What the server says: receipts, states, faults, in the envelopes of SOAP 1.1.
import { randomUUID } from 'node:crypto';
import { create } from 'xmlbuilder2';
import type { XmlObject } from '../../connectors/gis-exchange/envelope.ts';
import { namespaces, type Service } from '../../connectors/gis-exchange/namespaces.ts';
import { resultVersions } from './answers.ts';

export function receipt(ackGuid: string, requesterGuid: string): string {
  return envelope({
    'base:AckRequest': { 'base:Ack': { 'base:MessageGUID': ackGuid, 'base:RequesterMessageGUID': requesterGuid } },
  });
}

export function state(service: Service, guid: string, value: 1 | 2 | 3, records: XmlObject = {}): string {
  const content = {
    '@base:version': resultVersions[service] ?? '',
    'base:RequestState': String(value),
    'base:MessageGUID': guid,
    ...records,
  };
  return envelope({ [`${service}:getStateResult`]: content });
}

export function errorMessage(code: string, description: string): XmlObject {
  return { 'base:ErrorMessage': { 'base:ErrorCode': code, 'base:Description': description } };
}

export function fault(code: string, message: string): string {
  return envelope(
    {
      'soapenv:Fault': {
        faultcode: 'soapenv:Client',
        faultstring: message,
        detail: { 'base:Fault': { 'base:ErrorCode': code, 'base:ErrorMessage': message } },
      },
    },
    false,
  );
}

function envelope(body: XmlObject, header = true): string {
  const declared = Object.fromEntries(Object.entries(namespaces).map(([prefix, uri]) => [`@xmlns:${prefix}`, uri]));
  return create(
    { version: '1.0', encoding: 'UTF-8' },
    {
      'soapenv:Envelope': {
        ...declared,
        '@xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
        ...(header && {
          'soapenv:Header': { 'base:ResultHeader': { 'base:Date': new Date().toISOString(), 'base:MessageGUID': randomUUID() } },
        }),
        'soapenv:Body': body,
      },
    },
  ).end();
}
