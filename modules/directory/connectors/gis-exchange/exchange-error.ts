// What can come of a request besides an answer.

/** `away` may be tried again later; `refused` will be refused again; `broken` is no answer of the service at all. */
export type Outcome = 'away' | 'refused' | 'broken';

/** `reason` is a word of ours (`foreign-answer`) or a code of ГИС ЖКХ (`INT002012`); with its detail it stands in the refused row. */
export class ExchangeError extends Error {
  readonly outcome: Outcome;
  readonly reason: string;

  constructor(outcome: Outcome, reason: string, detail = '') {
    super(detail ? `${reason}: ${detail.slice(0, 300)}` : reason);
    this.name = 'ExchangeError';
    this.outcome = outcome;
    this.reason = reason;
  }
}
