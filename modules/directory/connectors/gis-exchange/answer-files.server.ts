// Answers on their way into an import: each in a part of its own, whole or not at all; then all in one file, a record a line.
import { createReadStream } from 'node:fs';
import { mkdtemp, open, readdir, rm, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { XmlNode } from '@zhkh/imports';
import { RECORD, ROOT } from './exchange-connector.server.ts';
import { oneLine } from './xml-tree.ts';

export interface AnswerFiles {
  /** Keeps a request's records; nothing of them when reading breaks off. Returns how many they are. */
  take(id: string, about: Record<string, string>, records: AsyncIterable<XmlNode>): Promise<number>;
  /** One file of the parts in this order, and the lines each has in it. */
  join(order: readonly string[]): Promise<{ file: string; lines: Map<string, { first: number; last: number }> }>;
  remove(): Promise<void>;
}

const PREFIX = 'zhkh-exchange-';
const LEFT_AFTER_MS = 86_400_000;

export async function openAnswerFiles(): Promise<AnswerFiles> {
  await sweepLeft();
  const folder = await mkdtemp(path.join(os.tmpdir(), PREFIX));
  const counts = new Map<string, number>();
  const partOf = (id: string) => path.join(folder, `${id}.part`);
  return {
    async take(id, about, records) {
      const part = await open(partOf(id), 'w');
      let count = 0;
      try {
        for await (const record of records) {
          const line =
            record.name === RECORD
              ? record
              : { name: RECORD, attributes: { ...about, message: id }, children: [record], text: '' };
          await part.write(`${oneLine(line)}\n`);
          count += 1;
        }
      } finally {
        await part.close();
      }
      counts.set(id, count);
      return count;
    },
    async join(order) {
      const file = path.join(folder, 'answers.xml');
      const lines = new Map<string, { first: number; last: number }>();
      let line = 1;
      const out = await open(file, 'w');
      try {
        await out.write(`<${ROOT}>\n`);
        for (const id of order) {
          const count = counts.get(id) ?? 0;
          if (count === 0) continue;
          lines.set(id, { first: line + 1, last: line + count });
          line += count;
          for await (const chunk of createReadStream(partOf(id))) await out.write(chunk as Buffer);
        }
        await out.write(`</${ROOT}>\n`);
      } finally {
        await out.close();
      }
      return { file, lines };
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** What killed workers left: no run lasts this long. */
async function sweepLeft(): Promise<void> {
  const names = await readdir(os.tmpdir());
  for (const name of names.filter((one) => one.startsWith(PREFIX))) {
    const folder = path.join(os.tmpdir(), name);
    const { mtimeMs } = await stat(folder).catch(() => ({ mtimeMs: Date.now() }));
    if (Date.now() - mtimeMs > LEFT_AFTER_MS) await rm(folder, { recursive: true, force: true });
  }
}
