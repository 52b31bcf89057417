// Encoding of an XML file: a byte order mark, else the declaration, else UTF-8. Anything else is refused.
import type { Encoding } from '../source/decode-text.ts';
import { SourceError } from '../source/source-error.ts';

const KNOWN: Readonly<Record<string, Encoding>> = {
  'utf-8': 'utf-8',
  utf8: 'utf-8',
  'windows-1251': 'windows-1251',
  cp1251: 'windows-1251',
  'us-ascii': 'utf-8',
};

export function xmlEncoding(head: Uint8Array): Encoding {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  if (head[0] === 0x3c && head[1] === 0) return 'utf-16le';
  if (head[0] === 0 && head[1] === 0x3c) return 'utf-16be';
  const bom = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf;
  const said = declared(head)?.toLowerCase();
  if (bom || said === undefined) return 'utf-8';
  const encoding = KNOWN[said];
  if (!encoding) throw new SourceError('encoding', said.slice(0, 40));
  return encoding;
}

function declared(head: Uint8Array): string | undefined {
  const text = new TextDecoder('latin1').decode(head.subarray(0, 400)).replace(/^[^<]*/, '');
  return /^<\?xml[^>]*?encoding\s*=\s*["']([^"']+)["']/.exec(text)?.[1];
}
