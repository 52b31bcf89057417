// The body of an action: read under caps into entries and files, then held against the route's schema.
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import type { ReadableStream as WebStream } from 'node:stream/web';
import type { z } from 'zod';
import type { FileProblem, FormState } from '../errors/form-state.ts';
import type { Translate } from '../i18n/locale.ts';
import type { FileSpec, FormSpec } from './handler-types.server.ts';
import { wordsOf } from './issue-words.server.ts';
import { bodyCap, MAX_BODY_BYTES, readMultipart, type RefusedFile } from './multipart.server.ts';
import { MalformedRequest, readScalars, type Scalars } from './scalars.server.ts';
import type { UploadedFile } from './upload.server.ts';

export interface FormOptions {
  form?: FormSpec;
  files?: Record<string, FileSpec>;
  secrets?: readonly string[];
  maxTextBytes?: number;
  /** Where large files wait: the disk they are to stay on. The system's own folder unless told. */
  largeFilesDir?: string;
}

export interface RawForm {
  scalars: Scalars;
  schema: z.ZodType | null;
  intent: string | null;
  files: UploadedFile[];
  refused: RefusedFile[];
  /** Removes what waits on disk. */
  dispose(): Promise<void>;
}

const DEFAULT_TEXT = 256 * 1024;

/** Throws MalformedRequest for what is no form of this route: unknown or repeated fields, wrong content type, too much. */
export async function readForm(request: Request, options: FormOptions): Promise<RawForm> {
  const body = await readBody(request, options);
  try {
    const { schema, intent, entries } = chooseSchema(body.entries, options.form);
    return {
      scalars: readScalars(entries, schema, options.secrets),
      schema,
      intent,
      files: body.files,
      refused: body.refused,
      dispose: body.dispose,
    };
  } catch (error) {
    await body.dispose();
    throw error;
  }
}

async function readBody(request: Request, options: FormOptions) {
  const type = (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase();
  const maxTextBytes = options.maxTextBytes ?? DEFAULT_TEXT;
  const nothing = { files: [], refused: [], dispose: async () => undefined };
  if (type === 'application/x-www-form-urlencoded')
    return { entries: [...new URLSearchParams(await readText(request, maxTextBytes))], ...nothing };
  if (type === 'multipart/form-data') {
    const folder = await waitingRoom(options);
    const dispose = () => rm(folder, { recursive: true, force: true });
    try {
      return { ...(await readMultipart(request, { specs: options.files ?? {}, folder, maxTextBytes })), dispose };
    } catch (error) {
      await dispose();
      throw error;
    }
  }
  if (!type && (request.headers.get('content-length') ?? '0') === '0') return { entries: [], ...nothing };
  throw new MalformedRequest('content type', 415);
}

async function waitingRoom({ files = {}, largeFilesDir }: FormOptions): Promise<string> {
  const home = largeFilesDir && bodyCap(files) > MAX_BODY_BYTES ? largeFilesDir : os.tmpdir();
  await mkdir(home, { recursive: true, mode: 0o700 });
  return mkdtemp(path.join(home, 'zhkh-form-'));
}

async function readText(request: Request, max: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of Readable.fromWeb((request.body ?? new Blob([]).stream()) as WebStream) as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > max) throw new MalformedRequest('text too long', 413);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function chooseSchema(entries: [string, string][], form: FormSpec | undefined) {
  if (!form) return { schema: null, intent: null, entries };
  if (isSchema(form)) return { schema: form, intent: null, entries };
  const given = entries.filter(([name]) => name === 'intent');
  const intent = given[0]?.[1];
  const schema = given.length === 1 && intent !== undefined && Object.hasOwn(form, intent) ? form[intent] : undefined;
  if (!schema || intent === undefined) throw new MalformedRequest('intent');
  return { schema, intent, entries: entries.filter(([name]) => name !== 'intent') };
}

export function isSchema(form: FormSpec): form is z.ZodType {
  return typeof (form as { safeParse?: unknown }).safeParse === 'function';
}

export type Checked = { ok: true; form: unknown } | { ok: false; state: FormState };

/** Parsed values, or the state that puts every reason beside its field. Unknown fields are a malformed request. */
export function checkForm(raw: RawForm, t: Translate): Checked {
  if (!raw.schema) return { ok: true, form: {} };
  const parsed = raw.schema.safeParse({ ...raw.scalars.input }, { reportInput: true });
  if (parsed.success)
    return { ok: true, form: raw.intent === null ? parsed.data : { intent: raw.intent, ...(parsed.data as object) } };
  const state = stateOf(raw, t);
  for (const issue of parsed.error.issues) {
    if (issue.code === 'unrecognized_keys') throw new MalformedRequest(`unknown field ${issue.keys.join(', ').slice(0, 80)}`);
    const name = issue.path.join('.');
    const words = wordsOf(issue, t, issue.path.length > 0 && raw.scalars.input[String(issue.path[0])] === undefined);
    if (name === '') state.formError ??= words;
    else state.errors[name] ??= words;
  }
  return { ok: false, state };
}

/** A state without complaints: what was typed, ready to be shown again. */
export function stateOf(raw: RawForm | null, t: Translate): FormState {
  const fileProblems = raw ? problemsOf(raw, t) : [];
  return {
    ok: false,
    ...(raw?.intent && { intent: raw.intent }),
    errors: {},
    values: { ...raw?.scalars.values, ...(raw?.intent && { intent: raw.intent }) },
    ...(raw && Object.keys(raw.scalars.lists).length > 0 && { lists: raw.scalars.lists }),
    ...(fileProblems.length > 0 && { fileProblems }),
  };
}

export function problemsOf(raw: RawForm, t: Translate): FileProblem[] {
  return raw.refused.map(({ field, fileName, reason, limit }) => ({
    field,
    fileName,
    message: t(`platform:form.file-${reason}`, { file: fileName, max: limit }),
  }));
}
