// Choice of a language; the platform's words in both.
import { describe, expect, it } from 'vitest';
import { createI18n, platformWords, type Words } from './create-i18n.ts';
import { localeCookie, pickLocale } from './pick-locale.ts';

const ask = (url: string, headers: Record<string, string> = {}) => pickLocale(new Request(`http://x${url}`, { headers }));

describe('pickLocale', () => {
  it('takes the query, then the cookie, then the wish, then Russian', () => {
    expect(ask('/?lang=en', { cookie: 'lang=ru' })).toBe('en');
    expect(ask('/', { cookie: 'a=b; lang=en', 'accept-language': 'ru' })).toBe('en');
    expect(ask('/', { 'accept-language': 'de;q=0.9, en-GB;q=0.8, ru;q=0.7' })).toBe('en');
    expect(ask('/', { 'accept-language': 'de' })).toBe('ru');
    expect(ask('/?lang=<script>')).toBe('ru');
    expect(localeCookie('en')).toContain('HttpOnly');
  });
});

describe('words', () => {
  it('has the same keys in both languages', () => {
    for (const [namespace, { ru, en }] of Object.entries(platformWords)) expect(keysOf(en), namespace).toEqual(keysOf(ru));
  });

  it('counts the Russian way and keeps numbers with their words', () => {
    const { t } = createI18n(platformWords, 'ru');
    expect(t('units.day', { count: 1 })).toBe('1\u00a0день');
    expect(t('units.day', { count: 3 })).toBe('3\u00a0дня');
    expect(t('units.day', { count: 11 })).toBe('11\u00a0дней');
    expect(createI18n(platformWords, 'ru', { plain: true }).t('units.day', { count: 3 })).toBe('3 дня');
    expect(createI18n(platformWords, 'en').t('units.workday', { count: 2 })).toContain('working days');
  });
});

function keysOf(words: Words, path = ''): string[] {
  return (
    Object.entries(words)
      .flatMap(([key, value]) => (typeof value === 'string' ? [`${path}${key}`] : keysOf(value as Words, `${path}${key}.`)))
      // Russian has plural forms that English lacks.
      .filter((key) => !/_(few|many)$/.test(key))
      .sort()
  );
}
