// A synchronous i18next instance per request on the server and one in the browser.
import { createInstance, type i18n, type PostProcessorModule } from 'i18next';
import { noBreak } from './no-break.ts';
import type { Locale } from './locale.ts';
import authEn from './words/auth.en.json' with { type: 'json' };
import authRu from './words/auth.ru.json' with { type: 'json' };
import en from './words/en.json' with { type: 'json' };
import ru from './words/ru.json' with { type: 'json' };

export type Words = Record<string, unknown>;
/** Words by namespace: a module's id, or `platform`. */
export type WordsByNamespace = Record<string, { ru: Words; en: Words }>;

/** What every app and process has: the platform's own words and those of sign-in. */
export const platformWords: WordsByNamespace = { platform: { ru, en }, auth: { ru: authRu, en: authEn } };

const keepTogether: PostProcessorModule = { type: 'postProcessor', name: 'noBreak', process: (value) => noBreak(value) };

/** `{ platform, directory: {ru, en}, … }` out of `modules/installed.ui.ts`, which only the apps may read. */
export function wordsOf(modules: readonly { id: string; words: { ru: Words; en: Words } }[]): WordsByNamespace {
  return { ...platformWords, ...Object.fromEntries(modules.map((module) => [module.id, module.words])) };
}

/** `plain` leaves ordinary spaces: for letters and SMS. */
export function createI18n(words: WordsByNamespace, locale: Locale, options: { plain?: boolean } = {}): i18n {
  const instance = createInstance();
  if (!options.plain) instance.use(keepTogether);
  void instance.init({
    initAsync: false,
    lng: locale,
    fallbackLng: 'ru',
    ns: Object.keys(words),
    defaultNS: 'platform',
    resources: resourcesOf(words),
    interpolation: { escapeValue: false },
    postProcess: options.plain ? [] : ['noBreak'],
    react: { useSuspense: false },
  });
  return instance;
}

type Resource = Record<string, Record<string, Words>>;

function resourcesOf(words: WordsByNamespace): Record<string, Record<string, never>> {
  const resources: Resource = { ru: {}, en: {} };
  for (const [namespace, { ru: russian, en: english }] of Object.entries(words)) {
    Object.assign(resources.ru as object, { [namespace]: russian });
    Object.assign(resources.en as object, { [namespace]: english });
  }
  return resources as unknown as Record<string, Record<string, never>>;
}
