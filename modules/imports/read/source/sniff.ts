// The beginning of a stream, without losing it.
import { SourceError } from './source-error.ts';

const HEAD = 400;

export async function sniff(source: AsyncIterable<Uint8Array>): Promise<{ head: Uint8Array; chunks: AsyncIterable<Uint8Array> }> {
  const iterator = source[Symbol.asyncIterator]();
  let head = new Uint8Array();
  while (head.length < HEAD) {
    const next = await iterator.next();
    if (next.done) break;
    head = head.length === 0 ? new Uint8Array(next.value) : Buffer.concat([head, next.value]);
  }
  if (head.length === 0) throw new SourceError('empty');
  return { head, chunks: joined(head, iterator) };
}

async function* joined(head: Uint8Array, iterator: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield head;
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
  } finally {
    await iterator.return?.();
  }
}
