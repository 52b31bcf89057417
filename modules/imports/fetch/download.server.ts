// Downloads a source's file by its address, straight to disk, only when it has changed since last time.
import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { JobContext } from '@zhkh/kernel/module.server';
import { OutsideError } from '@zhkh/kernel/outbound.server';
import type { ImportsSettings } from '../settings.ts';
import { findFileLink, fileNameOf } from './find-file-link.ts';

const PAGE_BYTES = 5_000_000;
const PAGE_MS = 60_000;
const FILE_MS = 3 * 3_600_000;

export interface Known {
  etag: string | null;
  lastModified: string | null;
}

export interface Download {
  fileName: string;
  etag: string | null;
  lastModified: string | null;
  write(place: string): Promise<{ bytes: number; sha256: string }>;
}

/** Null when the server says nothing has changed. */
export async function openDownload(
  ctx: JobContext,
  address: string,
  known: Known,
  signal: AbortSignal,
): Promise<Download | null> {
  const settings = await ctx.settings<ImportsSettings>('imports');
  const answer = await ctx.outbound({
    url: address,
    hosts: hostsOf(settings),
    headers: {
      ...(known.etag && { 'if-none-match': known.etag }),
      ...(known.lastModified && { 'if-modified-since': known.lastModified }),
    },
    maxBytes: settings.sourceMaxGigabytes * 1e9,
    timeoutMs: FILE_MS,
    signal,
  });
  if (answer.status !== 200) await drain(answer.body);
  if (answer.status === 304) return null;
  if (answer.status !== 200) throw new OutsideError('no-answer', `HTTP ${answer.status}`);
  return {
    fileName: fileNameOf(answer.url, answer.header('content-disposition')),
    etag: answer.header('etag'),
    lastModified: answer.header('last-modified'),
    write: (place) => save(answer.body, place),
  };
}

/** The address of the file a passport page names today. */
export async function readPassport(ctx: JobContext, address: string, signal: AbortSignal): Promise<string> {
  const settings = await ctx.settings<ImportsSettings>('imports');
  const answer = await ctx.outbound({ url: address, hosts: hostsOf(settings), maxBytes: PAGE_BYTES, timeoutMs: PAGE_MS, signal });
  if (answer.status !== 200) {
    await drain(answer.body);
    throw new OutsideError('no-answer', `HTTP ${answer.status}`);
  }
  const pieces: Uint8Array[] = [];
  for await (const piece of answer.body) pieces.push(piece);
  return findFileLink(Buffer.concat(pieces).toString('utf8'), answer.url);
}

export function hostsOf({ sourceHosts }: Pick<ImportsSettings, 'sourceHosts'>): string[] {
  return sourceHosts
    .toLowerCase()
    .split(/[\s,;]+/)
    .filter(Boolean);
}

async function save(body: AsyncIterable<Uint8Array>, place: string): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256');
  let bytes = 0;
  async function* counted() {
    for await (const chunk of body) {
      bytes += chunk.length;
      hash.update(chunk);
      yield chunk;
    }
  }
  await pipeline(counted, createWriteStream(place, { mode: 0o600 }));
  if (bytes === 0) throw new OutsideError('broken-off', 'empty');
  return { bytes, sha256: hash.digest('hex') };
}

async function drain(body: AsyncIterable<Uint8Array>): Promise<void> {
  for await (const _piece of body) break;
}
