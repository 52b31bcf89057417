// Asks the garbage collector to free dead buffers, so the importing process stays within its memory.
// Node exposes it by `--expose-gc`, with which the worker is started; without the flag the collector decides alone.

/** Null where the process was started without the flag. */
const collect = (globalThis as { gc?: (how?: { type: 'minor' }) => void }).gc ?? null;

let begun = false;

/** What starting the process has left behind. */
export function freeLeftovers(): void {
  if (begun) return;
  begun = true;
  collect?.();
}

const CHECK_MS = 100;
const MANY_BYTES = 16_000_000;

/** To be called again and again while reading: buffers that died young go. */
export function buffersKeeper(): () => void {
  const least = process.memoryUsage().arrayBuffers;
  let checked = performance.now();
  return () => {
    if (performance.now() - checked < CHECK_MS) return;
    if (process.memoryUsage().arrayBuffers - least > MANY_BYTES) collect?.({ type: 'minor' });
    checked = performance.now();
  };
}
