// Encoding by decision: a byte order mark, else strict UTF-8, else windows-1251.
import { SourceError } from './source-error.ts';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1251';

/** `head` is the beginning of the file; a character cut at its end does not count against UTF-8. */
export function detectEncoding(head: Uint8Array): Encoding {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8';
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
    return 'utf-8';
  } catch {
    return 'windows-1251';
  }
}

export async function* decodeText(chunks: AsyncIterable<Uint8Array>, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  for await (const chunk of chunks) yield decoded(decoder, encoding, chunk, true);
  yield decoded(decoder, encoding, new Uint8Array(), false);
}

/** Text of another encoding as UTF-8, piece by piece. */
export async function* inUtf8(chunks: AsyncIterable<Uint8Array>, encoding: Encoding): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for await (const text of decodeText(chunks, encoding)) if (text) yield encoder.encode(text);
}

/** What does not fit the encoding refuses the source. */
export function decoded(decoder: TextDecoder, encoding: string, bytes: Uint8Array, stream: boolean): string {
  try {
    return decoder.decode(bytes, { stream });
  } catch (error) {
    if (error instanceof TypeError) throw new SourceError('encoding', encoding);
    throw error;
  }
}
