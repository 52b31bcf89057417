// Memory over a row of files: how high it goes, and whether it creeps.
const MOST_MB = 300;
/** Middle of the last third against that of the first; told of a long row only, a short one is still warming up. */
const CREEP = 1.25;
const LONG_ROW = 200;

export function memoryOf(megabytes: readonly number[]): { words: string; violations: string[] } {
  const third = Math.max(1, Math.floor(megabytes.length / 3));
  const most = Math.max(...megabytes);
  const [first, last] = [middle(megabytes.slice(0, third)), middle(megabytes.slice(-third))];
  const words = `memory: most ${most.toFixed(0)} MB, first third ${first.toFixed(0)} MB, last third ${last.toFixed(0)} MB`;
  return {
    words,
    violations: [
      ...(most > MOST_MB ? [`memory reached ${most.toFixed(0)} MB of ${MOST_MB} MB`] : []),
      ...(megabytes.length >= LONG_ROW && last > first * CREEP
        ? [`memory creeps: ${first.toFixed(0)} MB, then ${last.toFixed(0)} MB`]
        : []),
    ],
  };
}

function middle(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
