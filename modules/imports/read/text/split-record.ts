// Splits one line of a register's CSV; quotes are not to be trusted, because names carry unbalanced ones.
import { cleanField } from './clean-field.ts';

export type Delimiter = '|' | ';' | '\t' | ',';

export function detectDelimiter(header: string): Delimiter {
  const candidates: Delimiter[] = ['|', ';', '\t', ','];
  return candidates.toSorted((a, b) => header.split(b).length - header.split(a).length)[0] ?? '|';
}

/** Null when the line holds another number of fields than the header however it is read. */
export function splitRecord(line: string, delimiter: Delimiter, fields: number): string[] | null {
  if (!line.includes('"')) {
    const plain = line.split(delimiter);
    return plain.length === fields ? plain.map(cleanField) : null;
  }
  const quoted = splitQuoted(line, delimiter);
  if (quoted?.length === fields) return quoted.map(cleanField);
  const naive = line.split(delimiter);
  return naive.length === fields ? naive.map((field) => cleanField(unquote(field))) : null;
}

/** True when a quoted field is still open at the end of the line: the record may go on in the next one. */
export function isOpen(line: string, delimiter: Delimiter): boolean {
  return line.includes('"') && splitQuoted(line, delimiter) === null;
}

function splitQuoted(line: string, delimiter: Delimiter): string[] | null {
  const fields: string[] = [];
  let at = 0;
  while (at <= line.length) {
    if (line[at] === '"') {
      const end = closingQuote(line, at, delimiter);
      if (end < 0) return null;
      fields.push(line.slice(at + 1, end).replaceAll('""', '"'));
      at = end + 2;
    } else {
      const next = line.indexOf(delimiter, at);
      const end = next < 0 ? line.length : next;
      fields.push(line.slice(at, end));
      at = end + 1;
    }
  }
  return fields;
}

/** A quote closes a field only before a delimiter or the end; inside a name it is a letter like any other. */
function closingQuote(line: string, open: number, delimiter: Delimiter): number {
  let at = open + 1;
  for (;;) {
    const quote = line.indexOf('"', at);
    if (quote < 0) return -1;
    const run = runOfQuotes(line, quote);
    const after = line[quote + run];
    if ((after === undefined || after === delimiter) && run % 2 === 1) return quote + run - 1;
    if ((after === undefined || after === delimiter) && quote === open + 1 && run % 2 === 0) return quote + run - 1;
    at = quote + run;
  }
}

function runOfQuotes(line: string, from: number): number {
  let end = from;
  while (line[end] === '"') end += 1;
  return end - from;
}

function unquote(field: string): string {
  return field.replace(/^"|"$/g, '').replaceAll('""', '"');
}
