// Why an outside address gave nothing: a reason for words, and a detail without secrets.
export type OutsideReason =
  | 'address'
  | 'https-only'
  | 'host'
  | 'private'
  | 'redirects'
  | 'too-big'
  | 'silent'
  | 'late'
  | 'broken-off'
  | 'no-answer';

export class OutsideError extends Error {
  readonly reason: OutsideReason;
  readonly detail: string;

  constructor(reason: OutsideReason, detail = '') {
    super(detail ? `${reason}: ${detail}` : reason);
    this.name = 'OutsideError';
    this.reason = reason;
    this.detail = detail;
  }
}
