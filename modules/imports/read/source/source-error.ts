// A file that can not be read as what it claims to be: the whole import is refused with a reason.

/** `reason` is the end of an i18n key: `imports:runs.reasons.<reason>`. */
export class SourceError extends Error {
  readonly reason: string;
  readonly detail: string;

  constructor(reason: string, detail = '') {
    super(detail ? `${reason}: ${detail}` : reason);
    this.name = 'SourceError';
    this.reason = reason;
    this.detail = detail;
  }
}
