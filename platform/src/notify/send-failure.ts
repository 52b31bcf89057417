// Why a message did not go, in the three kinds that decide what happens next.
export type SendOutcome = 'temporary' | 'permanent' | 'in-doubt';

export interface SendFailure extends Error {
  outcome: SendOutcome;
  /** The provider as a whole is away: the fault is not this message's. */
  channelDown: boolean;
}

/** `reason` is shown to operators and companies: a server's own words, no text of the message. */
export function sendFailure(
  outcome: SendOutcome,
  reason: string,
  options: { channelDown?: boolean; cause?: unknown } = {},
): SendFailure {
  const error = new Error(reason.slice(0, 500), { cause: options.cause });
  return Object.assign(error, { name: 'SendFailure', outcome, channelDown: options.channelDown ?? false });
}

export function isSendFailure(error: unknown): error is SendFailure {
  return error instanceof Error && error.name === 'SendFailure';
}
