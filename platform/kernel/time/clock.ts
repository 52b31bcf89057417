// The only source of «now» in the product: everything takes it from `ctx.clock`, so tests and drills can move it.
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** A clock that stands still until moved: for tests and demo data. */
export function fixedClock(start: Date): Clock & { set(to: Date): void; advance(ms: number): void } {
  let at = start;
  return {
    now: () => new Date(at),
    set: (to) => {
      at = to;
    },
    advance: (ms) => {
      at = new Date(at.getTime() + ms);
    },
  };
}
