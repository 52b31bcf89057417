// The form of a module's settings: the fields of its schema with their words in the reader's language.
import type { z } from 'zod';
import type { Locale } from '../../i18n/locale.ts';
import { regionSettings, type SettingField } from './describe-settings.ts';

export interface SettingWords {
  module: string;
  locale: Locale;
  t(key: string, params?: Record<string, string | number>): string;
}

export interface DrawnSetting extends SettingField {
  title: string;
  help: string;
  /** What its number counts, as a head of a table would say it («дней»); null where it counts nothing. */
  unit: string | null;
  /** What is allowed, in words; null = anything. */
  range: string | null;
  /** Option → its words. */
  labels: Record<string, string>;
  /** The value it has until somebody changes it, in words. */
  standing: string;
}

/** Words stand in the module's i18n: `settings.<name>.{title,help,unit}`, those of a choice in `settings.<name>.options`. */
export function settingsForm(schema: z.ZodType, words: SettingWords): DrawnSetting[] {
  return regionSettings(schema).map((field) => {
    const key = keyOf(words, field.name);
    const labels = Object.fromEntries(field.options.map((option) => [option, words.t(`${key}.options.${option}`)]));
    const drawn = {
      ...field,
      title: words.t(`${key}.title`),
      help: words.t(`${key}.help`),
      unit: isCounted(field) ? words.t(`${key}.unit`, { count: MANY }) : null,
      range: rangeOf(field, words),
      labels,
    };
    return { ...drawn, standing: valueInWords(drawn, field.default, words) };
  });
}

/** The number whose word stands without a number before it. */
const MANY = 5;

export const isCounted = ({ kind }: Pick<SettingField, 'kind'>) => kind === 'number' || kind === 'numbers-by-name';

const keyOf = ({ module }: SettingWords, name: string) => `${module}:settings.${name}`;

function rangeOf(field: SettingField, words: SettingWords): string | null {
  if (field.kind === 'number') return numbersBetween(field, field.name, words);
  if (field.kind === 'numbers-by-name' && field.item) return numbersBetween(field.item, field.name, words);
  const ends = { min: field.min || null, max: field.max };
  if (field.kind === 'text') return between(ends, 'length', words);
  if (field.kind === 'texts' || field.kind === 'choices') return between(ends, 'lines', words);
  return null;
}

type Ends = Pick<SettingField, 'min' | 'max'>;

function numbersBetween({ min, max }: Ends, name: string, words: SettingWords): string | null {
  const last = max ?? min;
  if (last === null) return null;
  const unit = words.t(`${keyOf(words, name)}.unit`, { count: last });
  return words.t(`platform:settings.number.${endsOf({ min, max })}`, { ...numbersOf({ min, max }, words), unit });
}

function between(ends: Ends, what: 'length' | 'lines', words: SettingWords): string | null {
  const max = ends.max ?? ends.min;
  if (max === null) return null;
  return words.t(`platform:settings.${what}.${endsOf(ends)}`, { ...numbersOf(ends, words), count: max });
}

const endsOf = ({ min, max }: Ends) => (min === null ? 'to' : max === null ? 'from' : 'between');

function numbersOf({ min, max }: Ends, words: SettingWords): Record<string, string> {
  return { min: inDigits(min ?? 0, words.locale), max: inDigits(max ?? 0, words.locale) };
}

const inDigits = (value: number, locale: Locale) => new Intl.NumberFormat(locale, { maximumFractionDigits: 6 }).format(value);

/** A value as the history and the default say it. `field` may be missing: a setting of an earlier release. */
export function valueInWords(
  field: (SettingField & { labels: Record<string, string> }) | undefined,
  value: unknown,
  words: SettingWords,
): string {
  if (value === undefined || value === null || value === '') return words.t('platform:settings.empty');
  if (!field) return typeof value === 'string' ? value : JSON.stringify(value);
  const counted = (number: number) =>
    `${inDigits(number, words.locale)} ${words.t(`${keyOf(words, field.name)}.unit`, { count: number })}`;
  if (typeof value === 'number') return counted(value);
  if (typeof value === 'boolean') return words.t(`platform:settings.${value ? 'yes' : 'no'}`);
  if (typeof value === 'string') return field.labels[value] ?? value;
  const parts = Array.isArray(value)
    ? value.map((one) => field.labels[String(one)] ?? String(one))
    : Object.entries(value).map(([key, one]) => `${key}: ${counted(Number(one))}`);
  return parts.join(', ') || words.t('platform:settings.empty');
}
