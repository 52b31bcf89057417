// How a letter looks: the same words as plain text and as simple HTML that survives every mail program.
export interface LetterWords {
  /** Who writes: «Цифровое ЖКХ · Тюменская область». */
  sender: string;
  heading: string;
  /** Paragraphs; a pair is a labelled fact («Срок ответа», «до 12 мая»). */
  body: readonly (string | readonly [label: string, value: string])[];
  button?: { label: string; url: string };
  /** Small print at the end: why the person got it. */
  footer: string;
}

export function layLetter(words: LetterWords): { text: string; html: string } {
  return { text: asText(words), html: asHtml(words) };
}

function asText({ sender, heading, body, button, footer }: LetterWords): string {
  const lines = body.map((part) => (typeof part === 'string' ? part : `${part[0]}: ${part[1]}`));
  const link = button ? [`${button.label}:\n${button.url}`] : [];
  return [heading, ...lines, ...link, `--\n${sender}\n${footer}`].join('\n\n');
}

const INK = '#1d2327';
const SOFT = '#5b656d';
const ACCENT = '#0b5c6b';

function asHtml({ sender, heading, body, button, footer }: LetterWords): string {
  const parts = body.map((part) => (typeof part === 'string' ? paragraph(escape(part)) : fact(part[0], part[1]))).join('');
  const link = button
    ? `<p style="margin:24px 0"><a href="${escape(button.url)}" style="display:inline-block;background:${ACCENT};color:#ffffff;text-decoration:none;font-weight:600;padding:14px 22px;border-radius:12px">${escape(button.label)}</a></p>` +
      `<p style="margin:0 0 16px;color:${SOFT};font-size:14px;word-break:break-all">${escape(button.url)}</p>`
    : '';
  return `<!doctype html><html lang="ru"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escape(heading)}</title></head><body style="margin:0;background:#f2f4f5;color:${INK};font:16px/1.5 Arial,Helvetica,sans-serif"><div style="max-width:560px;margin:0 auto;padding:24px 16px"><p style="margin:0 0 12px;color:${SOFT};font-size:14px">${escape(sender)}</p><div style="background:#ffffff;border-radius:16px;padding:24px"><h1 style="margin:0 0 16px;font-size:22px;line-height:1.25">${escape(heading)}</h1>${parts}${link}</div><p style="margin:16px 0 0;color:${SOFT};font-size:13px">${escape(footer)}</p></div></body></html>`;
}

const paragraph = (html: string) => `<p style="margin:0 0 16px;white-space:pre-line">${html}</p>`;

const fact = (label: string, value: string) =>
  `<p style="margin:0 0 12px"><span style="color:${SOFT};font-size:14px">${escape(label)}</span><br>${escape(value)}</p>`;

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
