// Writes entries of the sealed log in the transaction of the fact; nobody waits for the chain, the worker seals them.
import { randomBytes } from 'node:crypto';
import { newId } from '../db/ids.ts';
import { jsonb } from '../db/json.server.ts';
import type { TenantTransaction } from '../module/context.server.ts';
import { digestOf, type Json } from './digest.ts';
import '../db/tables/sealed-log.server.ts';

export interface NewEntry {
  id: string;
  stream: string;
  subject: { type: string; id: string };
  at: Date;
  content: { readonly [key: string]: Json };
}

export const newEntry = (entry: Omit<NewEntry, 'id'>): NewEntry => ({ id: newId(), ...entry });

export async function writeEntries(db: TenantTransaction, entries: readonly NewEntry[]): Promise<void> {
  if (entries.length === 0) return;
  const rows = entries.map((entry) => ({ ...entry, salt: randomBytes(16).toString('hex') }));
  const facts = rows.map(({ id, stream, subject, at, salt, content }) => ({
    id,
    stream,
    subject_type: subject.type,
    subject_id: subject.id,
    at,
    digest: digestOf(salt, content),
  }));
  // On one connection statements sent together travel together, in this order.
  await Promise.all([
    db.insertInto('sealed_entry').values(facts).execute(),
    db
      .insertInto('sealed_content')
      .values(rows.map(({ id, salt, content }) => ({ entry_id: id, salt, content: jsonb<unknown>(content) })))
      .execute(),
    db
      .insertInto('sealed_tail')
      .values(rows.map(({ id }) => ({ entry_id: id })))
      .execute(),
  ]);
}
