// Caught letters and SMS: in memory for the page, one JSON file each on disk so that a restart loses nothing.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export interface CaughtMessage {
  id: string;
  kind: 'mail' | 'sms';
  at: string;
  from: string;
  to: string;
  subject: string;
  text: string;
  html: string | null;
  messageId: string | null;
  headers: Record<string, string>;
}

export interface MessageFilter {
  to?: string | undefined;
  kind?: string | undefined;
  limit?: number;
}

export interface MessageStore {
  add(message: Omit<CaughtMessage, 'id' | 'at'>): CaughtMessage;
  /** Newest first. */
  list(filter?: MessageFilter): CaughtMessage[];
  get(id: string): CaughtMessage | undefined;
  clear(): void;
}

const KEPT = 5000;

/** `folder` null keeps messages in memory only. */
export function createStore(folder: string | null): MessageStore {
  const messages: CaughtMessage[] = folder ? load(folder) : [];
  let last = messages.length;
  return {
    add(input) {
      const at = new Date().toISOString();
      const message = { id: `${at.replace(/\D/g, '')}-${String(++last).padStart(6, '0')}`, at, ...input };
      messages.push(message);
      if (folder) writeFileSync(path.join(folder, `${message.id}.json`), JSON.stringify(message), { mode: 0o600 });
      if (messages.length > KEPT) forget(messages.splice(0, messages.length - KEPT), folder);
      return message;
    },
    list: ({ to, kind, limit = 500 } = {}) =>
      messages
        .filter((m) => (!to || sameReceiver(m.to, to)) && (!kind || m.kind === kind))
        .reverse()
        .slice(0, limit),
    get: (id) => messages.find((m) => m.id === id),
    clear: () => forget(messages.splice(0), folder),
  };
}

/** «+7 912…» and «7912…» are the same phone; addresses of mail compare without case. */
function sameReceiver(stored: string, asked: string): boolean {
  const plain = (value: string) =>
    value
      .trim()
      .toLowerCase()
      .replace(/^\+|[\s()-](?=\d)/g, '');
  return stored.split(',').some((one) => plain(one) === plain(asked));
}

function forget(gone: CaughtMessage[], folder: string | null): void {
  if (folder) for (const { id } of gone) rmSync(path.join(folder, `${id}.json`), { force: true });
}

function load(folder: string): CaughtMessage[] {
  mkdirSync(folder, { recursive: true });
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort();
  return files.slice(-KEPT).map((name) => JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as CaughtMessage);
}
