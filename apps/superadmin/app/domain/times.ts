// Times as operators read them: the whole platform is watched from one desk, so one zone, named beside the page.
const zone = 'Europe/Moscow';

const format = (options: Intl.DateTimeFormatOptions) => {
  const cache = new Map<string, Intl.DateTimeFormat>();
  return (date: Date, locale: string) => {
    const found = cache.get(locale) ?? new Intl.DateTimeFormat(locale, { timeZone: zone, ...options });
    cache.set(locale, found);
    return found.format(date);
  };
};

/** «14:02» */
export const minuteOfDay = format({ hour: '2-digit', minute: '2-digit' });
/** «14:02:11» */
export const secondOfDay = format({ hour: '2-digit', minute: '2-digit', second: '2-digit' });
/** «4 мая, 14:02» */
export const dayAndMinute = format({ day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' });
/** «4 мая 2026 г.» */
export const day = format({ day: 'numeric', month: 'long', year: 'numeric' });

/** «0,4 с», «1 мин 16 с» */
export function duration(ms: number, locale: string): string {
  const english = locale === 'en';
  const seconds = ms / 1000;
  if (seconds < 60)
    return `${seconds.toLocaleString(locale, { maximumFractionDigits: 1, minimumFractionDigits: 1 })} ${english ? 's' : 'с'}`;
  return `${Math.floor(seconds / 60)} ${english ? 'min' : 'мин'} ${Math.round(seconds % 60)} ${english ? 's' : 'с'}`;
}
