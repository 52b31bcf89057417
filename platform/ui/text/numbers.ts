// Numbers as a person reads them: decimal comma, groups of three, a real minus.
import type { Locale } from '@zhkh/kernel/i18n';

const NBSP = '\u00a0';

/** 40.4 → «40,4», −1130 → «−1 130». Four digits stand together only in English. */
export function formatNumber(value: number, locale: Locale = 'ru', digits = 0): string {
  const [whole = '0', part] = Math.abs(value).toFixed(digits).split('.');
  const group = locale === 'ru' ? NBSP : ',';
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group);
  const point = locale === 'ru' ? ',' : '.';
  const sign = value < 0 && Number(value.toFixed(digits)) !== 0 ? '−' : '';
  return sign + grouped + (part ? point + part : '');
}

/** «+2», «−6», «0»: for changes and corrections. */
export function formatSigned(value: number, locale: Locale = 'ru', digits = 0): string {
  return (value > 0 ? '+' : '') + formatNumber(value, locale, digits);
}

/** A share 0…1 as «82 %». */
export function formatPercent(share: number, locale: Locale = 'ru', digits = 0): string {
  return `${formatNumber(share * 100, locale, digits)}${locale === 'ru' ? NBSP : ''}%`;
}

/** Kopecks as roubles: 3738500 → «37 385 ₽», 50 → «0,50 ₽». */
export function formatMoney(kopecks: number, locale: Locale = 'ru'): string {
  const digits = kopecks % 100 === 0 ? 0 : 2;
  return `${formatNumber(kopecks / 100, locale, digits)}${NBSP}₽`;
}

/** Metres as «80 м» or «1,2 км». */
export function formatDistance(metres: number, locale: Locale = 'ru'): string {
  const [m, km] = locale === 'ru' ? ['м', 'км'] : ['m', 'km'];
  if (metres < 1000) return `${formatNumber(Math.round(metres / 10) * 10, locale)}${NBSP}${m}`;
  return `${formatNumber(metres / 1000, locale, 1)}${NBSP}${km}`;
}
