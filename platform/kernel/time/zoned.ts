// Dates in words, in a house's zone. Month names are ours: server and browser then always agree.
import type { Locale } from '../i18n/locale.ts';

const NBSP = '\u00a0';
const MONTHS: Record<Locale, readonly string[]> = {
  ru: ['января', 'февраля', 'марта', 'апреля', 'мая', 'июня', 'июля', 'августа', 'сентября', 'октября', 'ноября', 'декабря'],
  en: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
};
const SHORT: Record<Locale, readonly string[]> = {
  ru: ['янв', 'фев', 'мар', 'апр', 'мая', 'июн', 'июл', 'авг', 'сен', 'окт', 'ноя', 'дек'],
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
};
const WORDS: Record<Locale, { today: string; yesterday: string; tomorrow: string; until: string }> = {
  ru: { today: 'сегодня', yesterday: 'вчера', tomorrow: 'завтра', until: 'до' },
  en: { today: 'today', yesterday: 'yesterday', tomorrow: 'tomorrow', until: 'by' },
};

export type Moment = Date | string | number;

export interface ZonedOptions {
  /** Olson zone of the house or the region: «Asia/Yekaterinburg». */
  zone: string;
  locale?: Locale;
  /** Makes «сегодня» and «вчера» possible and drops the year of dates of this year. */
  now?: Moment;
}

interface Parts {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(zone: string): Intl.DateTimeFormat {
  let formatter = formatters.get(zone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
    });
    formatters.set(zone, formatter);
  }
  return formatter;
}

function partsOf(at: Moment, zone: string): Parts {
  const found: Record<string, number> = {};
  for (const { type, value } of formatterOf(zone).formatToParts(new Date(at))) found[type] = Number(value);
  return {
    year: found.year ?? 0,
    month: found.month ?? 1,
    day: found.day ?? 1,
    hour: found.hour ?? 0,
    minute: found.minute ?? 0,
  };
}

const dayNumber = (p: Parts) => Math.round(Date.UTC(p.year, p.month - 1, p.day) / 86_400_000);

function dateWords(p: Parts, names: readonly string[], options: ZonedOptions): string {
  const year = options.now === undefined || partsOf(options.now, options.zone).year === p.year ? '' : `${NBSP}${p.year}`;
  return `${p.day}${NBSP}${names[p.month - 1]}${year}`;
}

/** «14 мая»; with the year when `now` is of another one. */
export function formatDate(at: Moment, options: ZonedOptions): string {
  return dateWords(partsOf(at, options.zone), MONTHS[options.locale ?? 'ru'], options);
}

/** A calendar day without a time (`2026-05-14` from a `date` column): «14 мая», «14 мая 2025». */
export function formatDay(day: string, options: Omit<ZonedOptions, 'zone'> & { zone?: string } = {}): string {
  const now = options.now === undefined ? undefined : dayIn(options.now, options.zone ?? 'UTC');
  return formatDate(`${day.slice(0, 10)}T12:00:00Z`, { locale: options.locale, zone: 'UTC', now: now && `${now}T12:00:00Z` });
}

/** «9:40» */
export function formatTime(at: Moment, options: ZonedOptions): string {
  const p = partsOf(at, options.zone);
  return `${p.hour}:${String(p.minute).padStart(2, '0')}`;
}

/** «сегодня, 6:40», «вчера, 19:40», «14 мая, 9:40». */
export function formatDateTime(at: Moment, options: ZonedOptions): string {
  return `${relativeDay(at, options) ?? formatDate(at, options)}, ${formatTime(at, options)}`;
}

/** «28 апр, 19:42»: for trails and tables. */
export function formatShortDateTime(at: Moment, options: ZonedOptions): string {
  const date = dateWords(partsOf(at, options.zone), SHORT[options.locale ?? 'ru'], options);
  return `${date}, ${formatTime(at, options)}`;
}

/** «до 14 мая» */
export function formatUntil(at: Moment, options: ZonedOptions): string {
  return `${WORDS[options.locale ?? 'ru'].until}${NBSP}${formatDate(at, options)}`;
}

/** «2026-05-14» in the zone: for `datetime` attributes and keys of days. */
export function dayIn(at: Moment, zone: string): string {
  const p = partsOf(at, zone);
  return `${p.year}-${String(p.month).padStart(2, '0')}-${String(p.day).padStart(2, '0')}`;
}

function relativeDay(at: Moment, options: ZonedOptions): string | undefined {
  if (options.now === undefined) return undefined;
  const words = WORDS[options.locale ?? 'ru'];
  const difference = dayNumber(partsOf(at, options.zone)) - dayNumber(partsOf(options.now, options.zone));
  return { '-1': words.yesterday, '0': words.today, '1': words.tomorrow }[String(difference)];
}
