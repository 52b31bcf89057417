// Hashes of the sealed log: a salted digest of an entry's content, and the link that chains entries.
import { createHash } from 'node:crypto';

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** Keys in order: jsonb gives them back in an order of its own. */
function canonical(value: Json): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map((item: Json) => canonical(item)).join(',')}]`;
  const pairs = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${pairs.map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`).join(',')}}`;
}

/** The salt keeps an erased content from being guessed by trying what it may have been. */
export const digestOf = (salt: string, content: Json): string => sha256(`${salt}${canonical(content)}`);

export interface EntryFacts {
  id: string;
  stream: string;
  subject_type: string;
  subject_id: string;
  at: Date;
  digest: string;
}

export function linkHash(previous: string, seq: number, entry: EntryFacts): string {
  const { id, stream, subject_type, subject_id, at, digest } = entry;
  return sha256(JSON.stringify([previous, seq, id, stream, subject_type, subject_id, at.toISOString(), digest]));
}
