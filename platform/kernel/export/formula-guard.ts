// Tells which text a spreadsheet would run as a formula; every format then marks it as text in its own way.

/**
 * The signs a formula starts with, in full width too, behind any blanks and invisible signs. A tab or a line break counts as well: pasted, it
 * moves what follows into a cell of its own.
 */
const FORMULA = /^[\s\p{Cc}\p{Cf}]*[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/u;

export function startsFormula(text: string): boolean {
  return FORMULA.test(text);
}

/** For formats without a mark of their own: an apostrophe makes the cell text. */
export function guarded(text: string): string {
  return startsFormula(text) ? `'${text}` : text;
}
