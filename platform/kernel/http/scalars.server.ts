// Names and values of a query or a form as strict scalars.
// A repeated name is a mistake unless the schema takes a list.
import type { z } from 'zod';
import { cleanText, verbatim } from './clean-text.ts';
import { fieldsOf } from './schema-shape.server.ts';

export interface Scalars {
  /** For zod: null-prototype; an empty field is absent. */
  input: Record<string, string | string[]>;
  values: Record<string, string>;
  lists: Record<string, string[]>;
  cleaned: string[];
}

/** The request is malformed as such: no field to point at. Becomes 400. */
export class MalformedRequest extends Error {
  readonly status: 400 | 413 | 415;

  constructor(reason: string, status: 400 | 413 | 415 = 400) {
    super(reason);
    this.name = 'MalformedRequest';
    this.status = status;
  }
}

export function readScalars(
  entries: Iterable<readonly [string, string]>,
  schema: z.ZodType | null,
  secrets: readonly string[] = [],
): Scalars {
  const fields = schema ? fieldsOf(schema) : null;
  const out: Scalars = { input: Object.create(null), values: {}, lists: {}, cleaned: [] };
  const seen = new Set<string>();
  for (const [name, raw] of entries) {
    if (!/^[A-Za-z][\w.-]{0,63}$/.test(name)) throw new MalformedRequest('field name');
    const list = fields?.get(name) === true;
    if (seen.has(name) && !list) throw new MalformedRequest(`repeated field ${name}`);
    seen.add(name);
    const value = take(name, raw, secrets, out);
    if (list) addTo(out, name, value);
    else if (value !== '') out.input[name] = value;
    if (!list && !secrets.includes(name)) out.values[name] = value;
  }
  return out;
}

function take(name: string, raw: string, secrets: readonly string[], out: Scalars): string {
  if (secrets.includes(name)) {
    const value = verbatim(raw);
    if (value === null) throw new MalformedRequest(`field ${name}`);
    return value;
  }
  const { text, changed } = cleanText(raw);
  if (changed) out.cleaned.push(name);
  return text;
}

function addTo(out: Scalars, name: string, value: string): void {
  const items = (out.lists[name] ??= []);
  if (value === '') return;
  if (items.length >= 200) throw new MalformedRequest(`too many values of ${name}`, 413);
  items.push(value);
  out.input[name] = items;
}
