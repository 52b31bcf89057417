// Counts when a cron job is due: the latest moment of its pattern between its last run and now.
import { getNextMillis } from 'bullmq';

/** The first moment after `after`; null for a pattern that is none or never comes. */
export function nextAt(pattern: string, timeZone: string, after: Date): Date | null {
  if (pattern.trim().split(/\s+/).length !== 5) return null;
  try {
    const next = getNextMillis(after.getTime(), { pattern, tz: timeZone });
    return next === undefined ? null : new Date(next);
  } catch {
    return null;
  }
}

/** null = nothing was due since. Runs missed while no worker lived come as one. */
export function dueSince(pattern: string, timeZone: string, since: Date, now: Date): Date | null {
  let due: number | null = null;
  for (let at = since.getTime(), step = 0; step < 2000; step += 1) {
    const next = getNextMillis(at, { pattern, tz: timeZone });
    if (next === undefined || next > now.getTime()) break;
    due = next;
    at = next;
  }
  return due === null ? null : new Date(due);
}
