// Why a message did not go, in the three kinds that decide what happens next.
export type SendOutcome = 'temporary' | 'permanent' | 'in-doubt';

export class SendFailure extends Error {
  readonly outcome: SendOutcome;
  /** The provider as a whole is away: the fault is not this message's. */
  readonly channelDown: boolean;

  constructor(outcome: SendOutcome, reason: string, options: { channelDown?: boolean; cause?: unknown } = {}) {
    super(reason.slice(0, 500), { cause: options.cause });
    this.name = 'SendFailure';
    this.outcome = outcome;
    this.channelDown = options.channelDown ?? false;
  }
}

/** `reason` is shown to operators and companies: a server's own words, no text of the message. */
export const sendFailure = (...given: ConstructorParameters<typeof SendFailure>) => new SendFailure(...given);

export const isSendFailure = (error: unknown): error is SendFailure => error instanceof SendFailure;
