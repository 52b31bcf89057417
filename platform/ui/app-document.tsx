// The HTML around every page of every app: language, brand of the region, skip link, scripts with the nonce.
import { Links, Meta, Scripts, ScrollRestoration } from '@remix-run/react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { NavigationProgress, OfflineStrip } from './offline-strip.tsx';
import { useNonce } from './nonce.tsx';
import { useWords } from './words.ts';

export interface Brand {
  hue: number;
  chroma: number;
}

export function AppDocument({ brand, children }: { brand?: Brand; children: ReactNode }) {
  const t = useWords();
  const { i18n } = useTranslation();
  const nonce = useNonce();
  return (
    <html lang={i18n.language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="format-detection" content="telephone=no" />
        <meta name="theme-color" content="#f5f3ee" />
        <Meta />
        <Links />
        {brand && <StyleText>{brandCss(brand)}</StyleText>}
      </head>
      <body>
        <a className="skip" href="#main">
          {t('skip')}
        </a>
        <NavigationProgress />
        <OfflineStrip />
        {children}
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

/** A style element under the page's CSP. Only for text of our own making: `brandCss`. */
export function StyleText({ children }: { children: string }) {
  return (
    <style nonce={useNonce()} suppressHydrationWarning>
      {children}
    </style>
  );
}

/** Numbers only: whatever stands in a region's settings cannot become CSS of its own. */
export function brandCss({ hue, chroma }: Brand, selector = ':root'): string {
  const safeHue = Number.isFinite(hue) ? Math.min(360, Math.max(0, hue)) : 252;
  const safeChroma = Number.isFinite(chroma) ? Math.min(0.13, Math.max(0, chroma)) : 0.098;
  return `${selector}{--region-hue:${safeHue};--region-chroma:${safeChroma}}`;
}
