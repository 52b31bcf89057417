// Reads moments as people and registers write them: «2026-11-25T09:00», «25.11.2026 9:00», with an offset.
import { instantAt } from '@zhkh/kernel/time';

const ISO = /^(\d{4})-(\d{2})-(\d{2})[T ](\d{1,2}):(\d{2})(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?$/;
const RUSSIAN = /^(\d{1,2})\.(\d{1,2})\.(\d{4})[ ,T]+(\d{1,2}):(\d{2})(?::\d{2})?$/;

/** Null for what is no moment of the years 2000–2100. */
export function momentOf(text: string, zone: string): Date | null {
  const iso = ISO.exec(text.trim());
  if (iso) return valid(iso[1], iso[2], iso[3], iso[4], iso[5]) ? fromIso(text.trim(), iso, zone) : null;
  const russian = RUSSIAN.exec(text.trim());
  if (!russian) return null;
  const [, day, month, year, hour, minute] = russian;
  return valid(year, month, day, hour, minute) ? instantAt(dateOf(year, month, day), zone, Number(hour), Number(minute)) : null;
}

/** What a field of date and time shows: «2026-11-25T09:00». */
export function fieldOf(at: Date, zone: string): string {
  const parts = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' }).format(at);
  return parts.replace(' ', 'T');
}

function fromIso(text: string, [, year, month, day, hour, minute, offset]: RegExpExecArray, zone: string): Date | null {
  if (!offset) return instantAt(dateOf(year, month, day), zone, Number(hour), Number(minute));
  const at = new Date(text.replace(' ', 'T').replace(/T(\d):/, 'T0$1:'));
  return Number.isNaN(at.getTime()) ? null : at;
}

const two = (text: string | undefined) => (text ?? '').padStart(2, '0');
const dateOf = (year?: string, month?: string, day?: string) => `${year}-${two(month)}-${two(day)}`;

function valid(year?: string, month?: string, day?: string, hour?: string, minute?: string): boolean {
  const date = new Date(`${dateOf(year, month, day)}T00:00:00Z`);
  const real = !Number.isNaN(date.getTime()) && date.getUTCDate() === Number(day);
  return real && Number(year) >= 2000 && Number(year) <= 2100 && Number(hour) < 24 && Number(minute) < 60;
}
