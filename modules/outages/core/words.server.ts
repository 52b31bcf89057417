// This module's words for one reader: of a page by the context, of a letter or SMS by what the account says.
import type { Context } from '@zhkh/kernel/module.server';
import type { Words } from '../domain/phrase.ts';

export function wordsOf(ctx: Context, locale = ctx.locale): Words {
  const t = ctx.words(locale);
  return { t: (key, params) => t(`outages:${key}`, params), locale, now: ctx.clock.now() };
}
