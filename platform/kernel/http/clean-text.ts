// Cleans typed text of what no keyboard makes: control characters, bidi overrides, broken surrogates.

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const CONTROLS = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/g;
/** Embedding, override and isolate marks turn what follows round: a name could show as another. LRM and RLM stay. */
const BIDI = /[\u202A-\u202E\u2066-\u2069]/g;
const INVISIBLE = /[\u200B\u2060\uFEFF]/g;

export interface CleanText {
  text: string;
  /** Something was taken out that could have changed the meaning. */
  changed: boolean;
}

/** NFC, `\n` line ends, no control characters, trimmed. PostgreSQL would refuse NUL (22021) and silently spoil lone surrogates. */
export function cleanText(input: string): CleanText {
  const text = input.replace(/\r\n?/g, '\n');
  const kept = text.toWellFormed().replace(CONTROLS, '').replace(BIDI, '').replace(INVISIBLE, '');
  return { text: kept.normalize('NFC').trim(), changed: kept !== text };
}

/** For secrets: taken letter by letter; null when it holds what no keyboard makes. */
export function verbatim(input: string): string | null {
  return input.isWellFormed() && !/[\u0000\r\n]/.test(input) ? input : null;
}
