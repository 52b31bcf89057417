// Types of the builders: what a route declares and what its handler receives.
import type { ActionFunctionArgs, data, LoaderFunctionArgs } from '@remix-run/node';
import type { z } from 'zod';
import type { Context } from '../module/context.server.ts';
import type { FileProblem, FormState } from '../errors/form-state.ts';
import type { ControlContext, HttpFacts, HttpRuntime } from './load-context.server.ts';
import type { Policy } from './policy.server.ts';
import type { UploadedFile } from './upload.server.ts';

export type Schema = z.ZodType;
type MaybeSchema = Schema | undefined;
/** One schema, or several chosen by the field `intent`. */
export type FormSpec = Schema | Record<string, Schema>;
type MaybeForm = FormSpec | undefined;

export interface FileSpec {
  /** Most files of this field; the rest are refused by name, the first ones kept. */
  max: number;
  /** Bytes of one file; 15 MB unless told. */
  maxBytes?: number;
}
type MaybeFiles = Record<string, FileSpec> | undefined;

export interface ReadSpec<P extends MaybeSchema, Q extends MaybeSchema> {
  /** Permission name; `public` = everybody; `signed-in` = any account, consent not needed yet. */
  can: string;
  /** Path parameters; a value that does not fit is 404. */
  params?: P;
  /** Query keys; unknown, repeated or wrong is 400. Without a schema the handler sees no query at all. */
  query?: Q;
}

export interface ChangeSpec<P extends MaybeSchema, Q extends MaybeSchema, F extends MaybeForm, U extends MaybeFiles>
  extends ReadSpec<P, Q> {
  form?: F;
  /** File fields of a multipart form. */
  files?: U;
  /** Fields taken letter by letter and never echoed: passwords, codes. */
  secrets?: readonly string[];
  /** Bytes of all text fields together; 256 KB unless told. */
  maxTextBytes?: number;
}

type Out<S> = S extends Schema ? z.output<S> : Record<never, never>;
type FormOf<F> = F extends Schema
  ? z.output<F>
  : F extends Record<string, Schema>
    ? { [K in keyof F & string]: { intent: K } & z.output<F[K]> }[keyof F & string]
    : Record<never, never>;
type FilesOf<U> = U extends Record<string, FileSpec> ? { [K in keyof U]: UploadedFile[] } : Record<never, never>;

export interface ReadInput<P, Q> {
  params: Out<P>;
  query: Out<Q>;
  request: Request;
  http: HttpFacts;
  runtime: HttpRuntime;
}

export interface ChangeInput<P, Q, F, U> extends ReadInput<P, Q> {
  form: FormOf<F>;
  files: FilesOf<U>;
  /** Files that were refused while reading, with reasons; the others are in `files`. */
  fileProblems: FileProblem[];
  /** Fields from which control characters were taken out: worth a word to the person. */
  cleaned: readonly string[];
}

/** A plain Response has no data for `useLoaderData`; only redirects and `data()` pass through the type. */
type Answer<R> = Exclude<R, Response>;
export type Loader<R> = ((args: LoaderFunctionArgs) => Promise<Answer<R>>) & { policy: Policy };
export type Action<R> = ((args: ActionFunctionArgs) => Promise<Answer<R> | ReturnType<typeof data<FormState>>>) & {
  policy: Policy;
};

export interface Builders<Scope> {
  read<R, P extends MaybeSchema = undefined, Q extends MaybeSchema = undefined>(
    spec: ReadSpec<P, Q>,
    run: (input: Scope & ReadInput<P, Q>) => R | Promise<R>,
  ): Loader<R>;
  change<
    R,
    P extends MaybeSchema = undefined,
    Q extends MaybeSchema = undefined,
    F extends MaybeForm = undefined,
    U extends MaybeFiles = undefined,
  >(spec: ChangeSpec<P, Q, F, U>, run: (input: Scope & ChangeInput<P, Q, F, U>) => R | Promise<R>): Action<R>;
}

export interface RegionScope {
  ctx: Context;
}
export interface ControlScope {
  control: ControlContext;
}
