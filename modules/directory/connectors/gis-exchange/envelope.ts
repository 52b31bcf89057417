// A request as it goes out: SOAP 1.1 envelope, RequestHeader, body.
// The element that is signed bears one known Id.
import { create } from 'xmlbuilder2';
import { namespaces, type Prefix, type Service } from './namespaces.ts';

export const SIGNED_ID = 'signed-data-container';

/** Names with a prefix of `namespaces`; `@` marks attributes; arrays repeat; undefined is left out. The order is the schema's. */
export interface XmlObject {
  [name: string]: XmlObject | readonly XmlObject[] | readonly string[] | string | undefined;
}

export interface Header {
  messageGuid: string;
  orgPPAGUID: string;
  at: Date;
}

export interface Body {
  service: Service;
  /** `exportHouseRequest`, without a prefix. */
  element: string;
  version: string;
  content: XmlObject;
}

export function requestEnvelope(header: Header, body: Body): string {
  const element = { '@Id': SIGNED_ID, '@base:version': body.version, ...body.content };
  return envelope(header, { [`${body.service}:${body.element}`]: element }, text(body.content));
}

/** The question «is it ready» is not a business message: it has neither Id nor signature nor version. */
export function stateEnvelope(header: Header, ackGuid: string): string {
  return envelope(header, { 'base:getStateRequest': { 'base:MessageGUID': ackGuid } }, '');
}

function envelope(header: Header, body: XmlObject, used: string): string {
  const document: XmlObject = {
    'soapenv:Envelope': {
      ...declared(`${used} ${Object.keys(body).join(' ')} soapenv: base:`),
      'soapenv:Header': {
        'base:RequestHeader': {
          'base:Date': header.at.toISOString(),
          'base:MessageGUID': header.messageGuid,
          'base:orgPPAGUID': header.orgPPAGUID,
          'base:IsOperatorSignature': 'true',
        },
      },
      'soapenv:Body': body,
    },
  };
  return create({ version: '1.0', encoding: 'UTF-8' }, document).end();
}

function declared(used: string): XmlObject {
  const entries = (Object.entries(namespaces) as [Prefix, string][]).filter(([prefix]) => used.includes(`${prefix}:`));
  return Object.fromEntries(entries.map(([prefix, uri]) => [`@xmlns:${prefix}`, uri]));
}

function text(content: XmlObject): string {
  return JSON.stringify(content);
}
