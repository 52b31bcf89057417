// Reads multipart forms as a stream: text under one cap, each file to disk under its own.
import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as WebStream } from 'node:stream/web';
import busboy from 'busboy';
import { cleanText } from './clean-text.ts';
import type { FileSpec } from './handler-types.server.ts';
import { MalformedRequest } from './scalars.server.ts';
import { type UploadedFile, uploadedFile } from './upload.server.ts';

export const MAX_FILE_BYTES = 15 * 1024 * 1024;
/** Five photos at their cap and a text; a route that declares larger files takes as much as it declares. */
export const MAX_BODY_BYTES = 90 * 1024 * 1024;
const MAX_FIELDS = 300;

export function capOf(spec: FileSpec): number {
  return spec.maxBytes ?? MAX_FILE_BYTES;
}

export function bodyCap(specs: Record<string, FileSpec>): number {
  return Math.max(
    MAX_BODY_BYTES,
    Object.values(specs).reduce((sum, spec) => sum + spec.max * capOf(spec), 1024 * 1024),
  );
}

export interface RefusedFile {
  field: string;
  fileName: string;
  reason: 'too-many' | 'too-big' | 'empty';
  limit: number;
}

export interface Multipart {
  entries: [string, string][];
  files: UploadedFile[];
  refused: RefusedFile[];
}

interface Options {
  specs: Record<string, FileSpec>;
  folder: string;
  maxTextBytes: number;
}

export async function readMultipart(request: Request, options: Options): Promise<Multipart> {
  const out: Multipart = { entries: [], files: [], refused: [] };
  const parser = createParser(request, options);
  const state = { text: 0, index: 0, tail: Promise.resolve(), fault: null as unknown };
  const stop = (error: unknown) => {
    state.fault ??= error;
    parser.destroy(error instanceof Error ? error : new Error(String(error)));
  };
  parser.on('field', (name, value, info) => {
    state.text += name.length + Buffer.byteLength(value);
    if (info.valueTruncated || info.nameTruncated || state.text > options.maxTextBytes)
      stop(new MalformedRequest('text too long', 413));
    else out.entries.push([name, value]);
  });
  parser.on('fieldsLimit', () => stop(new MalformedRequest('too many fields', 413)));
  parser.on('partsLimit', () => stop(new MalformedRequest('too many parts', 413)));
  parser.on('file', (field, stream, info) => {
    stream.on('error', () => undefined);
    if (!Object.hasOwn(options.specs, field)) return stop(new MalformedRequest(`file field ${field}`));
    const part = { field, claimed: info.filename ?? '', target: path.join(options.folder, String(state.index++)) };
    state.tail = state.tail.then(() => save(stream, part, options, out)).catch(stop);
  });
  await run(request, parser, state, bodyCap(options.specs));
  await state.tail;
  if (state.fault) throw state.fault;
  return out;
}

function createParser(request: Request, options: Options) {
  try {
    return busboy({
      headers: { 'content-type': request.headers.get('content-type') ?? '' },
      defParamCharset: 'utf8',
      limits: {
        fields: MAX_FIELDS,
        parts: MAX_FIELDS + 100,
        fieldSize: options.maxTextBytes,
        fieldNameSize: 100,
        headerPairs: 20,
        fileSize: Math.max(...Object.values(options.specs).map(capOf), MAX_FILE_BYTES) + 1,
      },
    });
  } catch (cause) {
    throw new MalformedRequest(`multipart header: ${String(cause)}`);
  }
}

async function run(request: Request, parser: ReturnType<typeof busboy>, state: { fault: unknown }, cap: number): Promise<void> {
  if (!request.body) throw new MalformedRequest('no body');
  try {
    await pipeline(Readable.fromWeb(request.body as WebStream), (source: AsyncIterable<Buffer>) => bounded(source, cap), parser);
  } catch (error) {
    if (error instanceof MalformedRequest) throw error;
    throw state.fault ?? new MalformedRequest(`multipart body: ${String(error)}`);
  }
}

/** A body without a length can go on for ever; the parts' own caps only cut what is kept of it. */
async function* bounded(source: AsyncIterable<Buffer>, cap: number): AsyncIterable<Buffer> {
  let size = 0;
  for await (const chunk of source) {
    size += chunk.length;
    if (size > cap) throw new MalformedRequest('body too long', 413);
    yield chunk;
  }
}

async function save(
  stream: Readable,
  part: { field: string; claimed: string; target: string },
  options: Options,
  out: Multipart,
): Promise<void> {
  const fileName = nameOf(part.claimed);
  const spec = options.specs[part.field] as FileSpec;
  const max = capOf(spec);
  const { size, sha256 } = await write(stream, part.target, max);
  // An <input type=file> left empty sends a part without a name and without bytes.
  if (size === 0 && part.claimed === '') return rm(part.target, { force: true });
  const kept = out.files.filter((file) => file.field === part.field).length;
  const reason = size === 0 ? 'empty' : size > max ? 'too-big' : kept >= spec.max ? 'too-many' : null;
  if (!reason) return void out.files.push(uploadedFile({ field: part.field, fileName, size, sha256 }, part.target));
  await rm(part.target, { force: true });
  out.refused.push({
    field: part.field,
    fileName,
    reason,
    limit: reason === 'too-big' ? Math.floor(max / 1024 / 1024) : spec.max,
  });
}

/** Bytes written; more than `max` means the file was longer and is cut. The stream is always read to its end. */
async function write(stream: Readable, target: string, max: number): Promise<{ size: number; sha256: string }> {
  const hash = createHash('sha256');
  let size = 0;
  async function* counted() {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > max) continue;
      hash.update(chunk);
      yield chunk;
    }
  }
  await pipeline(counted, createWriteStream(target, { mode: 0o600 }));
  return { size, sha256: hash.digest('hex') };
}

function nameOf(claimed: string): string {
  const { text } = cleanText(claimed.split(/[/\\]/).at(-1) ?? '');
  return text.slice(0, 120) || 'файл';
}
