// An outage in plain words, for pages, letters and SMS alike: «Нет горячей воды до 18:00».
import { dayIn, formatDate, formatShortDateTime, formatTime } from '@zhkh/kernel/time';
import { phaseOf, type Times, type Type } from './phase.ts';

export interface Words {
  /** A key inside this module's words. */
  t(key: string, params?: Record<string, string | number>): string;
  locale: 'ru' | 'en';
  now: Date;
}

export interface Spoken extends Times {
  type: Type;
  services: readonly string[];
  time_zone: string;
}

/** «холодной и горячей воды», «отопление» */
export function servicesText({ t, locale }: Words, { services, type }: Pick<Spoken, 'services' | 'type'>): string {
  const form = type === 'PAUSE' ? 'without' : 'named';
  const water = services.includes('1') && services.includes('2');
  const codes = water ? ['both-waters', ...services.filter((code) => code !== '1' && code !== '2')] : services;
  const names = codes.map((code) => t(`${form}.${code}`));
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(names);
}

/** «Нет горячей воды до 18:00», «Не будет отопления 25 ноября, 9:00–18:00» */
export function headline(words: Words, outage: Spoken): string {
  const { t, now } = words;
  const phase = phaseOf(outage, now);
  const what = servicesText(words, outage);
  const said = t(`headline.${phase === 'overdue' ? 'running' : phase}.${outage.type}`, { what });
  if (phase === 'running')
    return outage.ends_at ? `${said} ${untilText(words, outage, outage.ends_at)}` : `${said}, ${t('end-unknown')}`;
  return phase === 'planned' ? `${said} ${periodText(words, outage)}` : said;
}

/** «до 18:00», «до завтра, 9:00», «до 26 ноября, 9:00» */
export function untilText(words: Words, outage: Spoken, at: Date): string {
  return words.t('until', { time: momentText(words, outage.time_zone, at) });
}

/** «18:00» today, «завтра, 9:00», «26 ноября, 9:00» */
export function momentText({ t, now, locale }: Words, zone: string, at: Date): string {
  const time = formatTime(at, { zone, locale });
  const days = Math.round((Date.parse(dayIn(at, zone)) - Date.parse(dayIn(now, zone))) / 86_400_000);
  if (days === 0) return time;
  if (days === 1 || days === -1) return t(days === 1 ? 'tomorrow' : 'yesterday', { time });
  return `${formatDate(at, { zone, locale, now })}, ${time}`;
}

/** «25 ноября, 9:00–18:00», «с 25 ноября, 9:00 до 26 ноября, 18:00» */
export function periodText({ t, locale, now }: Words, { starts_at, ends_at, time_zone: zone }: Spoken): string {
  const options = { zone, locale, now };
  const date = formatDate(starts_at, options);
  const from = formatTime(starts_at, options);
  if (!ends_at) return t('period.from', { date, from });
  const to = formatTime(ends_at, options);
  if (dayIn(starts_at, zone) === dayIn(ends_at, zone)) return t('period.day', { date, from, to });
  return t('period.days', { date, from, dateTo: formatDate(ends_at, options), to });
}

/** «25 ноя, 9:00 – 18:00»: for tables. */
export function shortPeriod({ t, locale, now }: Words, { starts_at, ends_at, time_zone: zone }: Spoken): string {
  const options = { zone, locale, now };
  const from = formatShortDateTime(starts_at, options);
  if (!ends_at) return t('period.short-open', { from });
  const sameDay = dayIn(starts_at, zone) === dayIn(ends_at, zone);
  return `${from} – ${sameDay ? formatTime(ends_at, options) : formatShortDateTime(ends_at, options)}`;
}

/** «плановые работы: ремонт»; the text of the company itself where it gave one. */
export function whyText({ t }: Pick<Words, 't'>, outage: { kind: string; reason_code: string; reason_text: string }): string {
  const reason = outage.reason_text || t(`reasons.${outage.reason_code}`);
  return t(`why.${outage.kind}`, { reason: reason.charAt(0).toLowerCase() + reason.slice(1) });
}
