// Memory is promised for the process as a whole, and the collector knows nothing of that: it lets tens of megabytes of dead buffers gather, and
// keeps the heap that starting took. So it is asked, where it costs little: once before the first reading, and lightly while buffers gather.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as (how?: { type: 'minor' }) => void;

let begun = false;

/** What starting the process has left behind. */
export function freeLeftovers(): void {
  if (begun) return;
  begun = true;
  collect();
}

const CHECK_MS = 100;
const MANY_BYTES = 16_000_000;

/** To be called again and again while reading: buffers that died young go. */
export function buffersKeeper(): () => void {
  const least = process.memoryUsage().arrayBuffers;
  let checked = performance.now();
  return () => {
    if (performance.now() - checked < CHECK_MS) return;
    if (process.memoryUsage().arrayBuffers - least > MANY_BYTES) collect({ type: 'minor' });
    checked = performance.now();
  };
}
