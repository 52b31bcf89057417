// A line before dear work (over p-limit): some at once, some waiting, the rest of a flood refused at the door.
import pLimit from 'p-limit';

interface Line {
  atOnce: number;
  mostWaiting: number;
  /** The refusal of whoever finds the line full. */
  busy(): Error;
}

/** `const inTurn = boundedLine({ atOnce: 2, mostWaiting: 60, busy: () => unavailable('platform.photo-busy') })` */
export function boundedLine({ atOnce, mostWaiting, busy }: Line): <T>(work: () => Promise<T>) => Promise<T> {
  const limit = pLimit(atOnce);
  return async (work) => {
    if (limit.activeCount + limit.pendingCount >= atOnce + mostWaiting) throw busy();
    return limit(work);
  };
}
