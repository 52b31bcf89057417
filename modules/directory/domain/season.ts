// Whether the heating season runs: by the region's act, or by its usual dates.

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

/** MM-DD of a moment in a zone. */
export function monthDayIn(at: Date, timeZone: string): string {
  return isoDateIn(at, timeZone).slice(5);
}

/** YYYY-MM-DD of a moment in a zone. */
export function isoDateIn(at: Date, timeZone: string): string {
  return formatIn(timeZone).format(at);
}

/** Making a format costs a hundred times more than using it. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatIn(timeZone: string): Intl.DateTimeFormat {
  const known =
    formats.get(timeZone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  formats.set(timeZone, known);
  return known;
}
