// Fences no type can hold, over the syntax tree of every source file.
// Loaders and actions come from the builders, a loader runs no command, the environment is read in one place, nobody calls out but
// ports and connectors, no region and no module is asked for by name, no SQL is glued together, no second connection in a transaction.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const SKIPPED = /(^|\/)(node_modules|build|templates|fixtures|\.[^/]+)(\/|$)/;
const TESTS = /(\.test\.tsx?$|\/(e2e|bench|prove|testing)\/|^(vitest|playwright)\.config\.ts$)/;
const LAUNCHERS = /^(platform\/kernel\/config\/|platform\/tools\/|apps\/[^/]+\/vite\.config\.ts$)/;
const CALLERS =
  /^(platform\/kernel\/(notify|search|billing|files|flags)\/|platform\/tools\/|modules\/[^/]+\/connectors\/|platform\/ui\/|modules\/[^/]+\/ui\/)/;
/** A handler of an event is given a context whose `db` is the open transaction. */
const HANDLERS = /^modules\/[^/]+\/handlers\//;
const REGIONS = new Set(['tyumen', 'omsk']);

interface Finding {
  rule: string;
  at: string;
}

function sources(): string[] {
  return ['platform', 'modules', 'apps', 'migrations']
    .flatMap((folder) =>
      readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) => path.posix.join(folder, file)),
    )
    .filter((file) => /\.(ts|tsx|mjs)$/.test(file) && !file.endsWith('.d.ts') && !SKIPPED.test(file));
}

/** What the rules find in one file; the text is given, so the rules can be tried on planted faults. */
function findings(file: string, text: string): Finding[] {
  const found: Finding[] = [];
  const tree = ts.createSourceFile(
    file,
    text,
    ts.ScriptTarget.Latest,
    true,
    file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
  );
  const add = (rule: string, node: ts.Node) =>
    found.push({ rule, at: `${file}:${tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1}` });
  const visit = (node: ts.Node): void => {
    for (const rule of rulesFor(file, node)) add(rule, node);
    ts.forEachChild(node, visit);
  };
  visit(tree);
  if (isRoute(file)) for (const node of handBuilt(tree)) add('loader or action without a builder', node);
  if (isRoute(file) && hasPage(tree) && !/^export const meta = pageTitle;$/m.test(text)) add('page without a title', tree);
  if (isRoute(file)) for (const node of commandsInLoader(tree)) add('a loader runs a command', node);
  return found;
}

function rulesFor(file: string, node: ts.Node): string[] {
  const rules: string[] = [];
  if (!TESTS.test(file) && !LAUNCHERS.test(file) && isMember(node, 'process', 'env')) rules.push('process.env outside config');
  if (!TESTS.test(file) && !CALLERS.test(file) && isCallOf(node, 'fetch')) rules.push('fetch outside ports and connectors');
  if (!TESTS.test(file) && comparesRegion(node)) rules.push('a region is named in a comparison');
  if (isMember(node, 'sql', 'raw')) rules.push('sql.raw');
  if (!TESTS.test(file) && !HANDLERS.test(file) && reachesRoundWrite(node))
    rules.push('a second connection inside an open transaction');
  if (!TESTS.test(file) && asksForModule(node)) rules.push('a page asks whether a named module is on');
  return rules;
}

function isMember(node: ts.Node, object: string, property: string): boolean {
  return (
    ts.isPropertyAccessExpression(node) &&
    ts.isIdentifier(node.expression) &&
    node.expression.text === object &&
    node.name.text === property
  );
}

function isCallOf(node: ts.Node, name: string): boolean {
  if (!ts.isCallExpression(node)) return false;
  const called = node.expression;
  if (ts.isIdentifier(called)) return called.text === name;
  return (
    ts.isPropertyAccessExpression(called) &&
    called.name.text === name &&
    /^(globalThis|window)$/.test(called.expression.getText())
  );
}

function comparesRegion(node: ts.Node): boolean {
  if (ts.isCaseClause(node)) return isRegion(node.expression);
  if (!ts.isBinaryExpression(node)) return false;
  const equality = [
    ts.SyntaxKind.EqualsEqualsEqualsToken,
    ts.SyntaxKind.EqualsEqualsToken,
    ts.SyntaxKind.ExclamationEqualsEqualsToken,
    ts.SyntaxKind.ExclamationEqualsToken,
  ];
  return equality.includes(node.operatorToken.kind) && (isRegion(node.left) || isRegion(node.right));
}

/** `ctx.db` or `ctx.write` in a function that is given an open transaction `w`: a second connection while one is held can hang the pool. */
function reachesRoundWrite(node: ts.Node): boolean {
  if (!isMember(node, 'ctx', 'db') && !isMember(node, 'ctx', 'write')) return false;
  if (isKeyOfCache(node)) return false;
  for (let at: ts.Node | undefined = node.parent; at; at = at.parent)
    if (ts.isFunctionLike(at) && at.parameters.some(({ name }) => ts.isIdentifier(name) && name.text === 'w')) return true;
  return false;
}

/** `kept.delete(ctx.db)`, `forgetSettings(…, ctx.db, …)`: the connection as a region's key in a cache, nothing is read by it. */
function isKeyOfCache({ parent }: ts.Node): boolean {
  if (!ts.isCallExpression(parent)) return false;
  const { expression } = parent;
  const name = ts.isPropertyAccessExpression(expression) ? expression.name.text : expression.getText();
  return /^(get|set|has|delete|forget\w*)$/.test(name);
}

/** Commands named inside a loader: a GET proves and changes nothing, be it a look, a HEAD or a prefetch. What a command asks first (`isAsked`) only reads. */
function commandsInLoader(tree: ts.SourceFile): ts.Node[] {
  const commands = importedFrom(tree, /\/commands\//);
  const named: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && commands.has(node.text) && !/^is[A-Z]/.test(node.text)) named.push(node);
    ts.forEachChild(node, visit);
  };
  for (const statement of tree.statements)
    if (ts.isVariableStatement(statement) && isExported(statement))
      for (const { name, initializer } of statement.declarationList.declarations)
        if (ts.isIdentifier(name) && name.text === 'loader' && initializer) visit(initializer);
  return named;
}

/** `ctx.modules.has('complaints')`, `on.includes('complaints')`: the special names the general, so the page opens a slot instead. */
function asksForModule(node: ts.Node): boolean {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return false;
  const { expression: set, name } = node.expression;
  const setName = ts.isPropertyAccessExpression(set) ? set.name.text : set.getText();
  const [asked] = node.arguments;
  return (
    /^(modules|on)$/.test(setName) && /^(has|includes)$/.test(name.text) && asked !== undefined && ts.isStringLiteralLike(asked)
  );
}

function isRegion(node: ts.Node): boolean {
  return ts.isStringLiteral(node) && REGIONS.has(node.text);
}

function isRoute(file: string): boolean {
  return (
    /^modules\/[^/]+\/routes\/.+\.tsx?$/.test(file) ||
    /^apps\/[^/]+\/app\/routes\/.+\.tsx?$/.test(file) ||
    /^apps\/[^/]+\/app\/(root|layouts\/[^/]+)\.tsx$/.test(file)
  );
}

/** Exported loaders and actions that are neither a call of a builder nor taken from the shared pages, which the builders made. */
function handBuilt(tree: ts.SourceFile): ts.Node[] {
  const builders = builderNames(tree);
  const shared = importedFrom(tree, /control-pages\.server\.ts$/);
  const wrong: ts.Node[] = [];
  for (const statement of tree.statements) {
    if (!isExported(statement)) continue;
    if (ts.isFunctionDeclaration(statement) && isHandlerName(statement.name?.text)) wrong.push(statement);
    if (!ts.isVariableStatement(statement)) continue;
    for (const { name, initializer } of statement.declarationList.declarations) {
      if (!ts.isIdentifier(name) || !isHandlerName(name.text)) continue;
      if (!initializer || (!isBuilt(initializer, builders) && !isTaken(initializer, shared))) wrong.push(statement);
    }
  }
  return wrong;
}

/** `read({ … }, …)`, `forApp('portal').read({ … }, …)` */
function isBuilt(value: ts.Expression, builders: Set<string>): boolean {
  if (!ts.isCallExpression(value)) return false;
  const root = ts.isPropertyAccessExpression(value.expression) ? value.expression.expression : value.expression;
  return ts.isIdentifier(root) && builders.has(root.text);
}

/** `pages.signIn.loader` */
function isTaken(value: ts.Expression, shared: Set<string>): boolean {
  if (!ts.isPropertyAccessExpression(value) || !ts.isPropertyAccessExpression(value.expression)) return false;
  const root = value.expression.expression;
  return isHandlerName(value.name.text) && ts.isIdentifier(root) && shared.has(root.text);
}

/** A layout frames pages, it is none. */
function hasPage(tree: ts.SourceFile): boolean {
  if (tree.fileName.includes('/layouts/')) return false;
  return tree.statements.some(
    (one) =>
      ts.isExportAssignment(one) ||
      (ts.canHaveModifiers(one) && (ts.getModifiers(one) ?? []).some((m) => m.kind === ts.SyntaxKind.DefaultKeyword)),
  );
}

const isHandlerName = (name: string | undefined) => name === 'loader' || name === 'action';

function isExported(statement: ts.Statement): boolean {
  return ts.canHaveModifiers(statement) && (ts.getModifiers(statement) ?? []).some((m) => m.kind === ts.SyntaxKind.ExportKeyword);
}

/** Names bound by imports from an `http.server` door, and consts made from them (`const { read } = forApp('portal')`). */
function builderNames(tree: ts.SourceFile): Set<string> {
  const names = importedFrom(tree, /http(\/index)?\.server(\.ts)?$/);
  for (const statement of tree.statements) {
    if (!ts.isVariableStatement(statement)) continue;
    for (const { name, initializer } of statement.declarationList.declarations) {
      const from =
        initializer && ts.isCallExpression(initializer) && ts.isIdentifier(initializer.expression)
          ? initializer.expression.text
          : '';
      if (!names.has(from)) continue;
      if (ts.isIdentifier(name)) names.add(name.text);
      if (ts.isObjectBindingPattern(name))
        for (const { name: one } of name.elements) if (ts.isIdentifier(one)) names.add(one.text);
    }
  }
  return names;
}

function importedFrom(tree: ts.SourceFile, door: RegExp): Set<string> {
  const names = new Set<string>();
  for (const statement of tree.statements) {
    if (!ts.isImportDeclaration(statement) || !door.test((statement.moduleSpecifier as ts.StringLiteral).text)) continue;
    const bindings = statement.importClause?.namedBindings;
    if (bindings && ts.isNamedImports(bindings)) for (const { name } of bindings.elements) names.add(name.text);
  }
  return names;
}

describe('fences', () => {
  it('hold in every source file', () => {
    const all = sources().flatMap((file) => findings(file, readFileSync(path.join(root, file), 'utf8')));
    expect(all.map(({ rule, at }) => `${rule}: ${at}`)).toEqual([]);
  });

  it.each([
    ['modules/x/routes/portal/a.tsx', 'export const loader = async () => ({});', 'loader or action without a builder'],
    ['modules/x/routes/portal/a.tsx', 'export async function action() {}', 'loader or action without a builder'],
    [
      'apps/x/app/routes/a.tsx',
      "import { pages } from './other.server.ts';\nexport const loader = pages.signIn.loader;",
      'loader or action without a builder',
    ],
    [
      'modules/x/routes/portal/a.tsx',
      "import { go } from './other.ts';\nexport const loader = go({}, f);",
      'loader or action without a builder',
    ],
    ['modules/x/routes/portal/a.tsx', 'export default function A() { return null; }', 'page without a title'],
    ['modules/x/commands/a.server.ts', 'const x = process.env.HOME;', 'process.env outside config'],
    ['modules/x/commands/a.server.ts', "await fetch('https://a');", 'fetch outside ports and connectors'],
    ['modules/x/commands/a.server.ts', "if (ctx.tenant.slug === 'tyumen') f();", 'a region is named in a comparison'],
    ['modules/x/commands/a.server.ts', "switch (s) { case 'omsk': f(); }", 'a region is named in a comparison'],
    ['modules/x/queries/a.server.ts', 'sql.raw(x)', 'sql.raw'],
    [
      'modules/x/commands/a.server.ts',
      'ctx.write(async (w) => { await ctx.db.selectFrom(t).execute(); })',
      'a second connection inside an open transaction',
    ],
    [
      'modules/x/core/a.server.ts',
      'async function keep(ctx: Context, w: Write) { return inside(() => ctx.write(f)); }',
      'a second connection inside an open transaction',
    ],
    [
      'modules/x/routes/portal/a.tsx',
      "import { look } from '../../commands/look.server.ts';\nexport const loader = read({ can: 'public' }, ({ ctx }) => look(ctx));",
      'a loader runs a command',
    ],
    ['modules/x/routes/portal/a.tsx', "ctx.modules.has('complaints')", 'a page asks whether a named module is on'],
    ['apps/x/app/ui/a.tsx', "on.includes('complaints')", 'a page asks whether a named module is on'],
  ])('catch a fault planted in %s: %s', (file, text, rule) => {
    expect(findings(file, text).map((one) => one.rule)).toContain(rule);
  });

  it('let honest files pass', () => {
    const route = "import { read } from '../../http.server.ts';\nexport const loader = read({ can: 'public' }, f);";
    expect(findings('modules/x/routes/portal/a.tsx', route)).toEqual([]);
    const app =
      "import { forApp } from '@zhkh/kernel/http.server';\nconst { read } = forApp('portal');\nexport const loader = read({}, f);";
    expect(findings('apps/portal/app/routes/a.tsx', app)).toEqual([]);
    expect(findings('platform/kernel/config/index.server.ts', 'process.env.HOME')).toEqual([]);
  });
});
