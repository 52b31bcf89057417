// Lines of a text stream, bounded: a line without an end is a hostile file, not a long one.
import { SourceError } from './source-error.ts';

const MAX_LINE = 1_000_000;

export async function* readLines(text: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = '';
  for await (const piece of text) {
    rest += piece;
    let from = 0;
    for (let end = rest.indexOf('\n', from); end >= 0; end = rest.indexOf('\n', from)) {
      yield rest.slice(from, rest[end - 1] === '\r' ? end - 1 : end);
      from = end + 1;
    }
    rest = rest.slice(from);
    if (rest.length > MAX_LINE) throw new SourceError('line-too-long');
  }
  if (rest) yield rest.replace(/\r$/, '');
}
