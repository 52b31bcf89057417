// The six ways a use case can refuse. The kind alone decides HTTP status and whether a retry makes sense.
export * from './form-state.ts';

export type ErrorKind = 'invalid' | 'unauthenticated' | 'forbidden' | 'notFound' | 'conflict' | 'unavailable';

const STATUS: Record<ErrorKind, number> = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  notFound: 404,
  conflict: 409,
  unavailable: 503,
};

/** What a field of a form got wrong: an i18n key and its parameters, never a ready sentence. */
export type FieldErrors = Record<string, { key: string; params?: Record<string, string | number> }>;

/** `complaints.too-late` → `complaints:errors.too-late`. */
export function errorKey(code: string): string {
  const dot = code.indexOf('.');
  return dot < 0 ? `platform:errors.${code}` : `${code.slice(0, dot)}:errors.${code.slice(dot + 1)}`;
}

export interface AppErrorOptions {
  /** Values for the message's placeholders. No personal data: they are logged. */
  params?: Record<string, string | number>;
  fields?: FieldErrors;
  cause?: unknown;
}

/**
 * A refusal with a reason. `code` is `<module>.<reason>` and doubles as the i18n key `<module>:errors.<reason>`.
 * Thrown by commands and queries, turned into a response by the builders of `platform/http`.
 */
export class AppError extends Error {
  readonly kind: ErrorKind;
  readonly code: string;
  readonly params: Record<string, string | number>;
  readonly fields: FieldErrors;

  constructor(kind: ErrorKind, code: string, options: AppErrorOptions = {}) {
    super(code, { cause: options.cause });
    this.name = 'AppError';
    this.kind = kind;
    this.code = code;
    this.params = options.params ?? {};
    this.fields = options.fields ?? {};
  }

  get status(): number {
    return STATUS[this.kind];
  }
}

export const invalid = (code: string, options?: AppErrorOptions) => new AppError('invalid', code, options);
export const unauthenticated = (code = 'platform.sign-in-first') => new AppError('unauthenticated', code);
export const forbidden = (code = 'platform.forbidden') => new AppError('forbidden', code);
export const notFound = (code = 'platform.not-found') => new AppError('notFound', code);
export const conflict = (code: string, options?: AppErrorOptions) => new AppError('conflict', code, options);
export const unavailable = (code: string, options?: AppErrorOptions) => new AppError('unavailable', code, options);

export function isAppError(error: unknown): error is AppError {
  return error instanceof AppError;
}
