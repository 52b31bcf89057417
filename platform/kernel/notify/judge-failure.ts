// What a failed letter or SMS means for its next try. Pure: the work and its tests share it.
import { doubling } from '../work/retry-plan.ts';
import type { Failure } from '../work/work-types.ts';
import { isSendFailure } from './send-failure.ts';

const FIRST_MS = 30_000;

export const MESSAGE_RETRY = doubling(12, FIRST_MS, 60 * 60_000);
/** A message waits out an outage of the provider this long before a person has to look. */
const OUTAGE_MS = 72 * 60 * 60_000;

export function judgeFailure(error: unknown, message: { created_at: Date }, now: Date): Failure {
  if (!isSendFailure(error)) return { reason: 'Could not be composed' };
  const { outcome, channelDown, message: reason } = error;
  if (outcome === 'permanent') return { reason, park: true };
  const doubt = outcome === 'in-doubt';
  if (!channelDown) return { reason, doubt };
  if (now.getTime() - message.created_at.getTime() > OUTAGE_MS) return { reason, doubt, park: true };
  // A provider that is away refused nobody: the tries of this message are kept for its own faults.
  return { reason, doubt, unspent: !doubt, wait: FIRST_MS / 2 };
}
