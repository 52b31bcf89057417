// Streams a page: an i18n instance per request, the CSP nonce, an end when the reader leaves or waits too long.
import { PassThrough } from 'node:stream';
import { createReadableStreamFromReadable, type AppLoadContext, type EntryContext } from '@remix-run/node';
import { RemixServer } from '@remix-run/react';
import { isbot } from 'isbot';
import { renderToPipeableStream } from 'react-dom/server';
import { I18nextProvider } from 'react-i18next';
import { createI18n, type WordsByNamespace } from '@zhkh/kernel/i18n';
import type { Locale } from '@zhkh/kernel/i18n';
import { pickLocale } from '@zhkh/kernel/i18n';
import { NonceContext } from './nonce.tsx';

/** Slow parts of a page are given up after this. */
export const streamTimeout = 8_000;

/** What the server's scope of a request tells the page. */
interface PageContext {
  cspNonce?: string;
  locale?: Locale;
  runtime?: { log: { error(detail: object, message: string): void } };
}

type HandleRequest = (
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
  loadContext: AppLoadContext,
) => Promise<Response>;

export function createRequestHandler(words: WordsByNamespace): HandleRequest {
  return (request, status, headers, context, loadContext) =>
    new Promise((resolve, reject) => {
      const { cspNonce: nonce, locale = pickLocale(request), runtime } = loadContext as PageContext;
      const log = runtime?.log;
      const wait = isbot(request.headers.get('user-agent')) || context.isSpaMode ? 'onAllReady' : 'onShellReady';
      let shellSent = false;
      let answer = status;
      const page = (
        <NonceContext.Provider value={nonce}>
          <I18nextProvider i18n={createI18n(words, locale)}>
            <RemixServer context={context} url={request.url} nonce={nonce} abortDelay={streamTimeout} />
          </I18nextProvider>
        </NonceContext.Provider>
      );
      const { pipe, abort } = renderToPipeableStream(page, {
        nonce,
        [wait]() {
          shellSent = true;
          const body = new PassThrough();
          headers.set('Content-Type', 'text/html; charset=utf-8');
          resolve(new Response(createReadableStreamFromReadable(body), { headers, status: answer }));
          pipe(body);
        },
        onShellError: reject,
        onError(error: unknown) {
          answer = 500;
          if (shellSent && !request.signal.aborted) log?.error({ err: error }, 'page broke off');
        },
      });
      const timer = setTimeout(abort, streamTimeout + 1000);
      timer.unref();
      request.signal.addEventListener('abort', () => abort(), { once: true });
    });
}
