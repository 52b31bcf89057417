// Wakes up the server's HTML in the browser, in the language the server chose.
import { RemixBrowser } from '@remix-run/react';
import { StrictMode, startTransition } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { createI18n, type WordsByNamespace } from '@zhkh/kernel/i18n';
import { isLocale } from '@zhkh/kernel/i18n';

export function hydrate(words: WordsByNamespace): void {
  const lang = document.documentElement.lang;
  const i18n = createI18n(words, isLocale(lang) ? lang : 'ru');
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <I18nextProvider i18n={i18n}>
          <RemixBrowser />
        </I18nextProvider>
      </StrictMode>,
    );
  });
}
