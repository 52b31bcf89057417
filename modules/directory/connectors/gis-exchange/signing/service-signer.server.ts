// Hands the document to a signing service of the region's own (ГОСТ keys live in its hardware) and takes it back signed.
import { ExchangeError } from '../exchange-error.ts';
import type { Signer } from '../ports.ts';

const MAX_SIGNED = 4_000_000;

export interface SigningService {
  url: string;
  token?: string;
  timeoutMs: number;
}

/** POST of the envelope with `X-Signed-Element: <Id>`; 200 with the same envelope and ds:Signature in the element of that Id. */
export function createServiceSigner(service: SigningService): Signer {
  return {
    async sign(envelope, id) {
      const answer = await fetch(service.url, {
        method: 'POST',
        headers: {
          'Content-Type': 'application/xml; charset=utf-8',
          'X-Signed-Element': id,
          ...(service.token !== undefined && { Authorization: `Bearer ${service.token}` }),
        },
        body: envelope,
        redirect: 'error',
        signal: AbortSignal.timeout(service.timeoutMs),
      }).catch(() => {
        throw new ExchangeError('away', 'signer');
      });
      if (!answer.ok) throw new ExchangeError(answer.status >= 500 ? 'away' : 'refused', 'signer', String(answer.status));
      return checked(await bounded(answer), envelope);
    },
  };
}

async function bounded(answer: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  const reader = answer.body?.getReader();
  for (;;) {
    const piece = await reader?.read();
    if (!piece?.value) break;
    bytes += piece.value.length;
    if (bytes > MAX_SIGNED) throw new ExchangeError('broken', 'signer', 'too-big');
    chunks.push(piece.value);
  }
  return Buffer.concat(chunks).toString('utf8');
}

const SIGNATURE = /<([a-z0-9]+:)?Signature\b[\s\S]*<\/\1Signature>/i;

/** The signer adds a signature and nothing else: what it has signed is what was asked. */
function checked(signed: string, envelope: string): string {
  if (/<!DOCTYPE/i.test(signed) || !SIGNATURE.test(signed)) throw new ExchangeError('refused', 'signer', 'no-signature');
  if (plain(signed.replace(SIGNATURE, '')) !== plain(envelope)) throw new ExchangeError('refused', 'signer', 'changed');
  return signed;
}

/** Text and tags without the freedom a serialiser has: declaration, space between tags, empty elements. */
function plain(xml: string): string {
  return xml
    .replace(/<\?xml[^>]*\?>/, '')
    .replace(/<([^\s/>]+)([^>]*?)\s*\/>/g, '<$1$2></$1>')
    .replace(/>\s+</g, '><')
    .trim();
}
