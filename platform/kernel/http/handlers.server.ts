// The builders of loaders and actions: gate, input, handler, and every refusal in one place.
// A route without them does not start.
import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { type AppError, errorKey, notFound } from '../errors/index.ts';
import { uploadsDir } from '../files/uploads-dir.server.ts';
import type { FormState } from '../errors/form-state.ts';
import type { Translate } from '../i18n/locale.ts';
import type { Action, Builders, ChangeSpec, Loader, ReadSpec, Schema } from './handler-types.server.ts';
import type { RequestScope } from './load-context.server.ts';
import { asRefusable, isBadValue, isOutage } from './outage.server.ts';
import { policyFor } from './policy-of-spec.server.ts';
import { checkForm, problemsOf, type RawForm, readForm, stateOf } from './read-form.server.ts';
import { readQuery } from './read-query.server.ts';
import { refusal, refusalOf, RETRY_AFTER } from './refusals.server.ts';
import { MalformedRequest } from './scalars.server.ts';
import type { UploadedFile } from './upload.server.ts';

/** How a family of routes (module pages, app pages, control-plane pages) gets its context and who may pass. */
export interface Family<Scope> {
  module: string;
  open(scope: RequestScope, params: Readonly<Record<string, string | undefined>>): Promise<Scope>;
  /** Throws the refusal. */
  gate(scope: Scope, can: string, request: RequestScope, http: Request): void;
  /** For the log only. */
  warn(scope: Scope, error: unknown): void;
  t(scope: Scope): Translate;
}

type AnySpec = ChangeSpec<
  Schema | undefined,
  Schema | undefined,
  Schema | Record<string, Schema> | undefined,
  Record<string, { max: number }> | undefined
>;
type Run<Scope> = (input: Scope & Record<string, unknown>) => unknown;
type Args = LoaderFunctionArgs | ActionFunctionArgs;

/** The types of `Builders` hold at the routes; inside, input is what the schemas gave. */
export function createBuilders<Scope extends object>(family: Family<Scope>): Builders<Scope> {
  return {
    read: ((spec: ReadSpec<Schema | undefined, Schema | undefined>, run: Run<Scope>) =>
      Object.assign((args: LoaderFunctionArgs) => load(family, spec, run, args), {
        policy: policyFor(family.module, 'loader', spec),
      }) as Loader<unknown>) as Builders<Scope>['read'],
    change: ((spec: AnySpec, run: Run<Scope>) =>
      Object.assign((args: ActionFunctionArgs) => act(family, spec, run, args), {
        policy: policyFor(family.module, 'action', spec),
      }) as Action<unknown>) as Builders<Scope>['change'],
  };
}

async function load<Scope extends object>(
  family: Family<Scope>,
  spec: ReadSpec<Schema | undefined, Schema | undefined>,
  run: Run<Scope>,
  args: Args,
): Promise<unknown> {
  const http = requestScope(args);
  let scope: Scope | null = null;
  try {
    scope = await family.open(http, args.params);
    family.gate(scope, spec.can, http, args.request);
    const input = readInput(spec, args);
    return await run({ ...scope, ...input, ...(await factsOf(http)), request: args.request });
  } catch (error) {
    throw refuse(error, family, scope, http);
  }
}

async function act<Scope extends object>(family: Family<Scope>, spec: AnySpec, run: Run<Scope>, args: Args): Promise<unknown> {
  const http = requestScope(args);
  let scope: Scope | null = null;
  let raw: RawForm | null = null;
  try {
    scope = await openOrKeep(family, spec, args, http);
    const t = family.t(scope);
    family.gate(scope, spec.can, http, args.request);
    const input = readInput(spec, args);
    raw = await readForm(args.request, withRoom(spec, http));
    const checked = checkForm(raw, t);
    if (!checked.ok) return data(checked.state, { status: 422 });
    const more = {
      form: checked.form,
      files: byField(spec.files, raw.files),
      fileProblems: problemsOf(raw, t),
      cleaned: raw.scalars.cleaned,
    };
    return await run({ ...scope, ...input, ...more, ...(await factsOf(http)), request: args.request });
  } catch (error) {
    const state = formAnswer(error, raw, scope ? family.t(scope) : http.t);
    if (!state || !scope) throw refuse(error, family, scope, http);
    if (state.status === 503) family.warn(scope, error);
    return answer(state.state, state.status, http);
  } finally {
    await raw?.dispose();
  }
}

function withRoom(spec: AnySpec, http: RequestScope) {
  return spec.files ? { ...spec, largeFilesDir: uploadsDir(http.runtime.config) } : spec;
}

/** The region's database may be away before anything is known of the actor: what was typed must come back even then. */
async function openOrKeep<Scope extends object>(
  family: Family<Scope>,
  spec: AnySpec,
  args: Args,
  http: RequestScope,
): Promise<Scope> {
  try {
    return await family.open(http, args.params);
  } catch (error) {
    if (!isOutage(error)) throw error;
    const raw = await readForm(args.request, withRoom(spec, http)).catch(() => null);
    await raw?.dispose();
    throw outage(stateOf(raw, http.t), http);
  }
}

function outage(state: FormState, http: RequestScope) {
  return data(
    { ...state, formError: http.t('platform:errors.not-saved'), retryAfter: RETRY_AFTER },
    { status: 503, headers: { 'Retry-After': String(RETRY_AFTER) } },
  );
}

/** With 503 a page drawn anew would fail as well and lose the text: a document gets the error page, which shows the draft. */
function answer(state: FormState, status: number, http: RequestScope) {
  if (status !== 503) return data(state, { status });
  const draft = outage(state, http);
  if (!http.isDataRequest) throw draft;
  return draft;
}

/** Errors a form can show: wrong values, a conflict, an outage. Null = no page can go on, refuse. */
function formAnswer(error: unknown, raw: RawForm | null, t: Translate): { state: FormState; status: number } | null {
  const known = asRefusable(error);
  if (!known || !raw || !['invalid', 'conflict', 'unavailable'].includes(known.kind)) return null;
  return { state: { ...stateOf(raw, t), ...wordsOfError(known, t) }, status: known.status };
}

function wordsOfError(error: AppError, t: Translate): Pick<FormState, 'errors' | 'formError'> {
  const fields = Object.entries(error.fields).map(([name, field]) => [name, t(field.key, field.params)] as const);
  return { errors: Object.fromEntries(fields), ...(fields.length === 0 && { formError: t(errorKey(error.code), error.params) }) };
}

function readInput(spec: ReadSpec<Schema | undefined, Schema | undefined>, args: Args) {
  const params = spec.params?.safeParse(definedOnly(args.params));
  if (params && !params.success) throw notFound();
  return { params: params ? params.data : {}, query: readQuery(args.request, spec.query) };
}

function definedOnly(params: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(Object.entries(params).filter((entry): entry is [string, string] => entry[1] !== undefined));
}

function byField(specs: AnySpec['files'], files: UploadedFile[]): Record<string, UploadedFile[]> {
  return Object.fromEntries(Object.keys(specs ?? {}).map((field) => [field, files.filter((file) => file.field === field)]));
}

function refuse<Scope extends object>(error: unknown, family: Family<Scope>, scope: Scope | null, http: RequestScope): unknown {
  const facts = { t: scope ? family.t(scope) : http.t, requestId: http.requestId };
  if (error instanceof MalformedRequest)
    return refusal(error.status, error.status === 413 ? 'platform.too-much' : 'platform.bad-request', facts);
  if (scope && (isBadValue(error) || isOutage(error))) family.warn(scope, error);
  if (isBadValue(error)) return refusal(400, 'platform.bad-request', facts);
  const known = asRefusable(error);
  return known ? refusalOf(known, facts) : error;
}

async function factsOf(http: RequestScope) {
  const { sessionId } = await http.session();
  return { http: { ...http.http, sessionId }, runtime: http.runtime };
}

function requestScope(args: Args): RequestScope {
  return args.context as unknown as RequestScope;
}
