// When a message is tried again, and when trying ends. Pure: the job and its tests share it.
import type { SendFailure } from './send-failure.ts';

export const MAX_TRIES = 12;
const FIRST_MS = 30_000;
const LONGEST_MS = 60 * 60_000;
/** A message waits out an outage of the provider this long before a person has to look. */
const OUTAGE_MS = 72 * 60 * 60_000;

export type Next = { state: 'retry' | 'in_doubt'; at: Date } | { state: 'parked' };

/** `tries` includes the one that failed. `random` in 0–1 spreads the herd. */
export function afterFailure(
  failure: Pick<SendFailure, 'outcome' | 'channelDown'>,
  message: { tries: number; createdAt: Date },
  now: Date,
  random: number,
): Next {
  if (failure.outcome === 'permanent') return { state: 'parked' };
  const state = failure.outcome === 'in-doubt' ? 'in_doubt' : 'retry';
  if (failure.channelDown) {
    if (now.getTime() - message.createdAt.getTime() > OUTAGE_MS) return { state: 'parked' };
    return { state, at: later(now, FIRST_MS / 2, random) };
  }
  if (message.tries >= MAX_TRIES) return { state: 'parked' };
  return { state, at: later(now, Math.min(FIRST_MS * 2 ** (message.tries - 1), LONGEST_MS), random) };
}

/** ± 25 %. */
function later(now: Date, ms: number, random: number): Date {
  return new Date(now.getTime() + ms * (0.75 + random / 2));
}
