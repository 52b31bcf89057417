// Words of letters and SMS in the receiver's language, which may differ from that of the person who acts.
import en from '../i18n/en.json' with { type: 'json' };
import ru from '../i18n/ru.json' with { type: 'json' };

type Tree = { [key: string]: string | Tree };
const words: Record<'ru' | 'en', Tree> = { ru, en };

/** `key` inside the module's words: `letter.subject`. An unknown key comes back as it is. */
export function say(locale: 'ru' | 'en', key: string, params: Record<string, string | number> = {}): string {
  let at: string | Tree | undefined = words[locale];
  for (const part of key.split('.')) at = typeof at === 'object' ? at[part] : undefined;
  if (typeof at !== 'string') return key;
  return at.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => String(params[name] ?? whole));
}
