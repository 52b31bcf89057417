// Translates for the reader of a page, or for a subscriber in the language of their account.
import type { Context } from '@zhkh/kernel/module.server';
import type { Words } from '../domain/phrase.ts';

export function wordsOf(ctx: Context, locale = ctx.locale): Words {
  const t = ctx.words(locale);
  return { t: (key, params) => t(`outages:${key}`, params), locale, now: ctx.clock.now() };
}
