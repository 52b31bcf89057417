// What React Aria says aloud, in our words: its own Russian calls a row of a list «параметр».
import type { TFunction } from 'i18next';

/** React Aria reads these once, at its first use. A control of another kind needs its package here: a missing one throws. */
export function useReactAriaWords(locale: string, t: TFunction<'platform'>): void {
  Object.assign(globalThis, {
    [Symbol.for('react-aria.i18n.locale')]: locale,
    [Symbol.for('react-aria.i18n.strings')]: {
      '@react-aria/combobox': {
        buttonLabel: t('show'),
        listboxLabel: t('suggest.list'),
        countAnnouncement: ({ optionCount }: { optionCount: number }) => t('suggest.found', { count: optionCount }),
        focusAnnouncement: ({ optionText }: { optionText: string }) => optionText,
        selectedAnnouncement: ({ optionText }: { optionText: string }) => optionText,
      },
      '@react-aria/menu': { longPressMessage: t('show') },
      '@react-aria/overlays': { dismiss: t('close') },
    },
  });
}
