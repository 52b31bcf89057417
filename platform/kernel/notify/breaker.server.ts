// A circuit breaker: after some failures in a row nobody tries a provider for a while, then one does.
export interface Breaker {
  /** False while the provider rests. */
  allows(): boolean;
  success(): void;
  failure(): void;
}

export function createBreaker(options: { failures: number; restMs: number; now?: () => number }): Breaker {
  const now = options.now ?? (() => performance.now());
  let inRow = 0;
  let restsUntil = 0;
  return {
    allows: () => now() >= restsUntil,
    success: () => {
      inRow = 0;
      restsUntil = 0;
    },
    failure: () => {
      inRow += 1;
      if (inRow >= options.failures) restsUntil = now() + options.restMs;
    },
  };
}
