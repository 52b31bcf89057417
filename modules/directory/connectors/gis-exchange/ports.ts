// What the exchange needs from outside: somebody who carries bytes, somebody who signs.
import type { Service } from './namespaces.ts';

export interface Post {
  service: Service;
  /** `urn:exportHouseData` */
  soapAction: string;
  envelope: string;
}

export interface Carried {
  status: number;
  body: AsyncIterable<Uint8Array>;
}

export interface Transport {
  /** Rejects with an ExchangeError `away` when nobody answers in time, `broken` when the answer outgrows its limit. */
  post(post: Post): Promise<Carried>;
  close(): void;
}

export interface Signer {
  /** The envelope with ds:Signature as the first child of the element whose Id is given. */
  sign(envelope: string, id: string): Promise<string>;
}
