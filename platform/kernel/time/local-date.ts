// Calendar dates without a clock («2026-05-14») and their place on the time line in a given zone.
export type LocalDate = string;

const DAY_MS = 86_400_000;
const formatters = new Map<string, Intl.DateTimeFormat>();

interface ZonedParts {
  date: LocalDate;
  hour: number;
  minute: number;
}

function formatterFor(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  });
  formatters.set(zone, made);
  return made;
}

function fields(at: Date, zone: string): Record<string, string> {
  return Object.fromEntries(
    formatterFor(zone)
      .formatToParts(at)
      .map((part) => [part.type, part.value]),
  );
}

/** What a wall clock of the zone shows at this instant. */
export function zonedParts(at: Date, zone: string): ZonedParts {
  const wall = new Date(at.getTime() + offsetMs(at, zone));
  return { date: wall.toISOString().slice(0, 10), hour: wall.getUTCHours(), minute: wall.getUTCMinutes() };
}

export function localDateOf(at: Date, zone: string): LocalDate {
  return zonedParts(at, zone).date;
}

const QUARTER_MS = 15 * 60_000;
const KNOWN_MAX = 5000;
const knownOffsets = new Map<string, number>();

/**
 * Difference between the zone's wall clock and UTC at this instant, in milliseconds.
 * Zones change on quarters of an hour only, so one answer serves its whole quarter.
 */
function offsetMs(at: Date, zone: string): number {
  const quarter = Math.floor(at.getTime() / QUARTER_MS);
  const key = `${zone} ${quarter}`;
  const known = knownOffsets.get(key);
  if (known !== undefined) return known;
  if (knownOffsets.size >= KNOWN_MAX) knownOffsets.clear();
  const start = quarter * QUARTER_MS;
  const f = fields(new Date(start), zone);
  const wall = Date.UTC(Number(f.year), Number(f.month) - 1, Number(f.day), Number(f.hour), Number(f.minute), Number(f.second));
  knownOffsets.set(key, wall - start);
  return wall - start;
}

/** The instant when a wall clock of the zone shows this date and time; inside a skipped hour, the instant right after the gap. */
export function instantAt(day: LocalDate, zone: string, hour = 0, minute = 0): Date {
  const wall = Date.parse(`${day}T00:00:00Z`) + (hour * 60 + minute) * 60_000;
  const first = wall - offsetMs(new Date(wall), zone);
  const second = wall - offsetMs(new Date(first), zone);
  return new Date(second);
}

/** 24:00 of the day in the zone: the first instant that is too late. */
export function endOfDay(day: LocalDate, zone: string): Date {
  return instantAt(addDays(day, 1), zone);
}

export function addDays(day: LocalDate, days: number): LocalDate {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Whole days from `a` to `b`; negative when `b` is earlier. */
export function daysBetween(a: LocalDate, b: LocalDate): number {
  return Math.round((Date.parse(`${b}T00:00:00Z`) - Date.parse(`${a}T00:00:00Z`)) / DAY_MS);
}

/** 0 = Sunday … 6 = Saturday. */
export function weekdayOf(day: LocalDate): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}
