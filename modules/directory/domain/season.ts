// Whether the heating season runs: by the region's act, or by its usual dates.
import { localDateOf } from '@zhkh/kernel/time';

export interface SeasonSettings {
  heating: 'by-dates' | 'on' | 'off';
  /** MM-DD, first day with heating and first day without. */
  heatingFrom: string;
  heatingTo: string;
}

/** `day` is MM-DD in the region's zone. */
export function seasonOn(day: string, settings: SeasonSettings): 'winter' | 'summer' {
  if (settings.heating !== 'by-dates') return settings.heating === 'on' ? 'winter' : 'summer';
  const { heatingFrom: from, heatingTo: to } = settings;
  const on = from <= to ? day >= from && day < to : day >= from || day < to;
  return on ? 'winter' : 'summer';
}

/** YYYY-MM-DD of a moment in a zone. */
export { localDateOf as isoDateIn };

/** MM-DD of a moment in a zone. */
export function monthDayIn(at: Date, timeZone: string): string {
  return localDateOf(at, timeZone).slice(5);
}
