// How values travel between PostgreSQL and JavaScript.
// Every decision of this file is one line of the table at the end.
import { invalid } from '../errors/index.ts';

interface WireType {
  to: number;
  from: number[];
  serialize: (value: never) => string;
  parse: (text: string) => unknown;
}

function safeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`bigint ${text} does not fit a safe integer`);
  return value;
}

function finite(text: string): number {
  const value = Number(text);
  if (!Number.isFinite(value)) throw new RangeError(`numeric ${text} is not a finite number`);
  return value;
}

function instant(value: Date | string | number): string {
  const at = value instanceof Date ? value : new Date(value);
  if (Number.isNaN(at.getTime())) throw invalid('platform.bad-date');
  return at.toISOString();
}

/** Splits `{a,"b, c",NULL}`; one dimension only, which is all our tables hold. */
export function splitArray(text: string): (string | null)[] {
  const items: (string | null)[] = [];
  const pattern = /"((?:[^"\\]|\\.)*)"|([^,{}]+)/g;
  for (const match of text.slice(1, -1).matchAll(pattern)) {
    const [, quoted, bare] = match;
    if (quoted !== undefined) items.push(quoted.replace(/\\(.)/g, '$1'));
    else items.push(bare === 'NULL' ? null : (bare ?? ''));
  }
  return items;
}

function joinArray(values: readonly unknown[]): string {
  const items = values.map((value) => {
    if (value === null || value === undefined) return 'NULL';
    const text = value instanceof Date ? instant(value) : String(value);
    return `"${text.replace(/["\\]/g, '\\$&')}"`;
  });
  return `{${items.join(',')}}`;
}

const text = (to: number, parse: (value: string) => unknown, serialize: (value: never) => string = String): WireType => ({
  to,
  from: [to],
  parse,
  serialize,
});

const array = (to: number, parse: (value: string) => unknown): WireType => ({
  to,
  from: [to],
  parse: (value) => splitArray(value).map((item) => (item === null ? null : parse(item))),
  serialize: ((value: readonly unknown[] | string) =>
    typeof value === 'string' ? value : joinArray(value)) as WireType['serialize'],
});

export const wireTypes: Record<string, WireType> = {
  int8: text(20, safeInteger),
  numeric: text(1700, finite),
  date: text(1082, String, ((value: Date | string) =>
    value instanceof Date ? instant(value).slice(0, 10) : value) as WireType['serialize']),
  timestamp: text(1114, String),
  timestamptz: text(1184, (value) => new Date(value), instant as WireType['serialize']),
  boolArray: array(1000, (value) => value === 't'),
  int2Array: array(1005, Number),
  int4Array: array(1007, Number),
  int8Array: array(1016, safeInteger),
  float8Array: array(1022, Number),
  numericArray: array(1231, finite),
  nameArray: array(1003, String),
  textArray: array(1009, String),
  varcharArray: array(1015, String),
  uuidArray: array(2951, String),
  dateArray: array(1182, String),
  timestamptzArray: array(1185, (value) => new Date(value)),
};
