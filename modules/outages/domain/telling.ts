// Decides what a subscriber is told by what they were told before: something new, or nothing.
import type { State } from './phase.ts';

export interface Told {
  state: string | null;
  endsAt: Date | null;
}

export interface Current {
  state: State;
  endsAt: Date | null;
  closedBy: 'person' | 'clock' | null;
}

export type News = 'announced' | 'moved' | 'ended' | 'cancelled';

/** Null = nothing that matters to the person has changed since. */
export function newsOf(told: Told, current: Current, now: Date): News | null {
  if (told.state === null) {
    const past = current.endsAt !== null && current.endsAt <= now;
    return current.state === 'announced' && !past ? 'announced' : null;
  }
  if (told.state !== 'announced') return null;
  if (current.state === 'cancelled') return 'cancelled';
  if (current.state === 'over') return current.closedBy === 'person' ? 'ended' : null;
  return told.endsAt?.getTime() === current.endsAt?.getTime() ? null : 'moved';
}
