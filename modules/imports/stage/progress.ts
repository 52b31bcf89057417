// Computes speed and time left of an import, by bytes of the file: rows are not known beforehand.
import type { ImportProgress } from '../connector.ts';

export function progressOf(
  tally: { read: number; failed: number; bytes: number },
  totalBytes: number,
  seconds: number,
): ImportProgress {
  const left = tally.bytes > 0 && totalBytes > 0 ? (seconds * (totalBytes - tally.bytes)) / tally.bytes : null;
  return {
    phase: 'staging',
    rows: tally.read,
    failed: tally.failed,
    bytes: Math.round(tally.bytes),
    totalBytes,
    rowsPerSecond: seconds > 0 ? Math.round(tally.read / seconds) : 0,
    secondsLeft: left === null ? null : Math.max(0, Math.round(left)),
  };
}
