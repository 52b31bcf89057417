// Reads which tables a source file names: in Kysely's calls and in `sql` templates (for tables.test.ts).
import ts from 'typescript';

const CALLS =
  /^(selectFrom|insertInto|updateTable|deleteFrom|mergeInto|using|from|(inner|left|right|full|cross)(Lateral)?Join|(inner|left)JoinLateral)$/;

const WRITES = /^(insertInto|updateTable|deleteFrom|mergeInto|into|update|delete)$/i;

export interface Named {
  name: string;
  /** The statement changes it. */
  writes: boolean;
}

export interface NamedTable extends Named {
  line: number;
}

/** Names as they are written, without alias and schema; a name made by the program as it runs cannot be seen here. */
export function tablesNamedIn(file: string, text: string): NamedTable[] {
  const kind = file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const tree = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, kind);
  const found: NamedTable[] = [];
  const visit = (node: ts.Node): void => {
    const line = tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1;
    for (const one of [...inCall(node), ...inTemplate(node)]) found.push({ ...one, line });
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

/** `selectFrom('house as h')`, `selectFrom(['house', 'company'])`, `sql.table('house')` */
function inCall(node: ts.Node): Named[] {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return [];
  const { name, expression } = node.expression;
  const isSqlTable = name.text === 'table' && ts.isIdentifier(expression) && expression.text === 'sql';
  const [first] = node.arguments;
  if (!first || (!isSqlTable && !CALLS.test(name.text))) return [];
  const written = ts.isArrayLiteralExpression(first) ? [...first.elements] : [first];
  const writes = WRITES.test(name.text);
  return written.filter(ts.isStringLiteralLike).map((one) => ({ name: bare(one.text.split(/\s+/)[0] ?? ''), writes }));
}

/** sql`… from house h, company join management …` */
function inTemplate(node: ts.Node): Named[] {
  if (!ts.isTaggedTemplateExpression(node) || !/^sql\b/.test(node.tag.getText())) return [];
  const { template } = node;
  const parts = ts.isNoSubstitutionTemplateLiteral(template)
    ? [template.text]
    : [template.head.text, ...template.templateSpans.map((span) => span.literal.text)];
  return tablesInSql(parts.join(' ? '));
}

const ENDS_FROM =
  /\b(where|group|having|order|limit|offset|fetch|for|union|except|intersect|returning|set|values|select|window)\b/i;

export function tablesInSql(sql: string): Named[] {
  const code = sql
    .replace(/--.*$/gm, ' ')
    .replace(/'(?:[^']|'')*'/g, ' ')
    .replace(/"/g, '')
    .replace(/\bdistinct\s+from\b/gi, '<>')
    .replace(/\b(extract|substring|trim|overlay)\s*\([^()]*\)/gi, '?');
  const found: Named[] = [];
  for (const match of code.matchAll(/\b(delete\s+from|from|join|into|update|using|table)\s+(?=[a-z_])/gi)) {
    const [list = ''] = code.slice(match.index + match[0].length).split(ENDS_FROM);
    const writes = WRITES.test(match[1]?.split(/\s/)[0] ?? '');
    for (const name of listed(list)) found.push({ name, writes });
  }
  return found;
}

/** The first name, and those after a comma that stands in no parentheses. */
function listed(list: string): string[] {
  let depth = 0;
  let item = '';
  const items: string[] = [];
  for (const sign of list) {
    if (sign === ')' && depth === 0) break;
    depth += sign === '(' ? 1 : sign === ')' ? -1 : 0;
    if (sign === ',' && depth === 0) {
      items.push(item);
      item = '';
    } else item += sign;
  }
  return [...items, item].flatMap((one) => {
    const [, name] = /^\s*(?:only\s+|lateral\s+)?([a-z_][\w.]*)(?![\w.])(?!\s*\()/i.exec(one) ?? [];
    return name ? [bare(name)] : [];
  });
}

const bare = (name: string) => (name.split('.').at(-1) ?? '').toLowerCase();
