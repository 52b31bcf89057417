// Words in the language of whom they are for: the page's reader by context, a subscriber by what the account says.
import type { Context } from '@zhkh/kernel/module.server';
import type { Words } from '../domain/phrase.ts';
import en from '../i18n/en.json' with { type: 'json' };
import ru from '../i18n/ru.json' with { type: 'json' };

type Tree = { [key: string]: string | Tree };
const trees: Record<'ru' | 'en', Tree> = { ru, en };

export function wordsOf(ctx: Context): Words {
  return { t: (key, params) => ctx.t(`outages:${key}`, params), locale: ctx.locale, now: ctx.clock.now() };
}

/** For letters and SMS; `count` picks the plural form. */
export function wordsFor(locale: 'ru' | 'en', now: Date): Words {
  const plural = new Intl.PluralRules(locale);
  const t = (key: string, params: Record<string, string | number> = {}): string => {
    const found =
      textAt(trees[locale], key) ?? textAt(trees[locale], `${key}_${plural.select(Number(params.count ?? 0))}`) ?? key;
    return found.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => String(params[name] ?? whole));
  };
  return { t, locale, now };
}

function textAt(tree: Tree, key: string): string | undefined {
  let at: string | Tree | undefined = tree;
  for (const part of key.split('.')) at = typeof at === 'object' ? at[part] : undefined;
  return typeof at === 'string' ? at : undefined;
}
