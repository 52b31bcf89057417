// When failed work is tried again, and after how many tries an operator must look at it.
export interface RetryPlan {
  /** Tries in all; after the last one the row is parked. */
  tries: number;
  /** Milliseconds before the 2nd, 3rd … try; the last one repeats. */
  waits: readonly number[];
}

/** Each wait differs by so much to either side, so that failures of one outage do not come back in step. */
const SPREAD = 0.2;

/** first, 2 × first, 4 × first … at most `longest`. */
export function doubling(tries: number, first: number, longest: number): RetryPlan {
  return { tries, waits: Array.from({ length: tries - 1 }, (_, n) => Math.min(first * 2 ** n, longest)) };
}

/** `random` 0 … 1. */
export function spread(wait: number, random: number): number {
  return Math.round(wait * (1 - SPREAD + 2 * SPREAD * random));
}

/** `tries` includes the one that failed; null = there are no more. */
export function waitAfter(plan: RetryPlan, tries: number): number | null {
  if (tries >= plan.tries) return null;
  return plan.waits[tries - 1] ?? plan.waits.at(-1) ?? 0;
}
