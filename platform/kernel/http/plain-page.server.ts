// A page without the app: for hosts nobody knows, requests from elsewhere, and times when nothing works.
// No script, no look.css.
import type { Response } from 'express';
import type { Translate } from '../i18n/locale.ts';

const STYLE =
  'body{margin:0;min-height:100vh;display:grid;place-content:center;padding:24px;box-sizing:border-box;font:17px/1.5 "Golos Text",system-ui,sans-serif;color:#1d2327;background:#f4f5f6}main{max-width:34rem}h1{font-size:1.5rem;line-height:1.25;margin:0 0 12px}p{margin:0}small{display:block;margin-top:24px;color:#5b656d}@media(prefers-color-scheme:dark){body{color:#e8ebed;background:#15191c}small{color:#9aa5ad}}';

/** Nothing of the request is shown: a foreign Host or path is never echoed. */
export function sendPlainPage(
  res: Response,
  status: number,
  t: Translate,
  options: { key?: string; text?: string; headers?: Record<string, string> } = {},
): void {
  if (res.headersSent) return void res.destroy();
  const key = options.key ?? String(status);
  const { cspNonce: nonce, requestId } = res.locals as { cspNonce?: string; requestId?: string };
  const small = requestId ? `<small>${requestId}</small>` : '';
  const html = `<!doctype html><html lang="ru"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${t(`platform:errorPage.${key}.title`)}</title><style${nonce ? ` nonce="${nonce}"` : ''}>${STYLE}</style><main><h1>${t(`platform:errorPage.${key}.title`)}</h1><p>${t(options.text ?? `platform:errorPage.${key}.text`)}</p>${small}</main></html>`;
  res
    .status(status)
    .set({ 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store', ...options.headers })
    .send(html);
}
