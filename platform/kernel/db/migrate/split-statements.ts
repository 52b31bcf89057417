// Splits a migration into statements: one statement a message, as Citus and clear error positions want it.
// Knows strings, quoted names, dollar quotes and nested comments, and nothing else of SQL.
const DOLLAR = /\$(?:[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*)?\$/y;

/** Index just behind the token that starts at `at`, or `at` when no quoted token or comment starts there. */
function skipToken(text: string, at: number): number {
  const two = text.slice(at, at + 2);
  if (two === '--') return endOfLine(text, at);
  if (two === '/*') return endOfComment(text, at);
  const char = text[at];
  if (char === "'") return endOfString(text, at, /e/i.test(text[at - 1] ?? '') && !/\w/.test(text[at - 2] ?? ''));
  if (char === '"') return endOfString(text, at, false);
  if (char === '$' && !/[\w$]/.test(text[at - 1] ?? '')) return endOfDollar(text, at);
  return at;
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

function endOfComment(text: string, at: number): number {
  let depth = 0;
  for (let i = at; i < text.length; i += 1) {
    const two = text.slice(i, i + 2);
    if (two === '/*') {
      depth += 1;
      i += 1;
    } else if (two === '*/') {
      depth -= 1;
      i += 1;
      if (depth === 0) return i + 1;
    }
  }
  throw new Error('A comment is not closed');
}

function endOfString(text: string, at: number, backslashes: boolean): number {
  const quote = text[at];
  for (let i = at + 1; i < text.length; i += 1) {
    if (backslashes && text[i] === '\\') i += 1;
    else if (text[i] === quote) {
      if (text[i + 1] !== quote) return i + 1;
      i += 1;
    }
  }
  throw new Error('A quoted text is not closed');
}

function endOfDollar(text: string, at: number): number {
  DOLLAR.lastIndex = at;
  const tag = DOLLAR.exec(text)?.[0];
  if (!tag) return at;
  const end = text.indexOf(tag, at + tag.length);
  if (end < 0) throw new Error(`A text quoted by ${tag} is not closed`);
  return end + tag.length;
}

const isOnlyComment = (text: string) =>
  text
    .replace(/--[^\n]*/g, '')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .trim() === '';

export function splitStatements(text: string): string[] {
  const statements: string[] = [];
  let start = 0;
  let at = 0;
  while (at < text.length) {
    const next = skipToken(text, at);
    if (next > at) {
      at = next;
      continue;
    }
    if (text[at] === ';') {
      statements.push(text.slice(start, at).trim());
      start = at + 1;
    }
    at += 1;
  }
  statements.push(text.slice(start).trim());
  return statements.filter((statement) => !isOnlyComment(statement));
}
