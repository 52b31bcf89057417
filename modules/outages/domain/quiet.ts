// When a message may go out: emergencies at once, planned ones not at night.
import { addDays, instantAt, zonedParts } from '@zhkh/kernel/time';
import type { Kind } from './phase.ts';

export interface QuietHours {
  quietFrom: number;
  quietTo: number;
}

/** The moment itself, or the end of the night it falls into. */
export function outOfQuiet(at: Date, kind: Kind, zone: string, { quietFrom, quietTo }: QuietHours): Date {
  if (kind === 'emergency' || quietFrom === quietTo) return at;
  const { date, hour } = zonedParts(at, zone);
  const overMidnight = quietFrom > quietTo;
  const late = overMidnight ? hour >= quietFrom : false;
  const early = overMidnight ? hour < quietTo : hour >= quietFrom && hour < quietTo;
  if (late) return instantAt(addDays(date, 1), zone, quietTo);
  return early ? instantAt(date, zone, quietTo) : at;
}
