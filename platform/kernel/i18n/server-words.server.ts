// Words for code that holds no React: letters, SMS and messages of the server.
// Read from the modules' JSON files.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createI18n, platformWords, type Words, type WordsByNamespace } from './create-i18n.ts';
import { type Locale, locales, type Translate } from './locale.ts';

/**
 * A translator per language over the platform's words and those of the named modules.
 * `extra`: words of an app's own pages by namespace.
 */
export function createServerTranslator(
  moduleIds: readonly string[],
  extra: WordsByNamespace = {},
): (locale: Locale) => Translate {
  const words: WordsByNamespace = { ...platformWords, ...extra };
  for (const id of moduleIds) words[id] = readModuleWords(id);
  const byLocale = new Map<Locale, Translate>();
  for (const locale of locales) {
    const instance = createI18n(words, locale, { plain: true });
    byLocale.set(locale, (key, params) => instance.t(key, params ?? {}) as string);
  }
  return (locale) => byLocale.get(locale) as Translate;
}

const { resolve } = createRequire(import.meta.url);
const readModuleWords = (id: string) => readWords(new URL('./i18n/', pathToFileURL(resolve(`@zhkh/${id}/module`))));

/** `ru.json` and `en.json` of a folder (its URL ends with a slash). */
export function readWords(folder: URL): { ru: Words; en: Words } {
  const read = (locale: Locale) => JSON.parse(readFileSync(fileURLToPath(new URL(`${locale}.json`, folder)), 'utf8')) as Words;
  return { ru: read('ru'), en: read('en') };
}
