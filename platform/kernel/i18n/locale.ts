// Languages of the interface; the first is the default.
export const locales = ['ru', 'en'] as const;
export type Locale = (typeof locales)[number];

/** A key without a namespace is looked up in `platform`; an unknown key comes back as it is; `count` picks the plural form. */
export type Translate = (key: string, params?: Record<string, string | number>) => string;

export function isLocale(value: unknown): value is Locale {
  return locales.includes(value as Locale);
}
