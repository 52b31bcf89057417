// Conformance: every command and query has an integration test: the right case, a refusal, the other region.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { untested } from './untested.ts';

const here = import.meta.dirname;

/** What the title of a test begins with says what it proves. */
const KINDS = ['right: ', 'refused: ', 'other region: '] as const;

const HOW = `Beside commands/do-it.server.ts stands commands/do-it.int.test.ts. Its tests call doIt(ctx, input) itself, on PostgreSQL, without mocks, and say by the beginning of their titles what they prove:
  it('right: …')         the right case, with the rows and values it leaves
  it('refused: …')       somebody who may not: another role, person, company, territory; where nobody asks, that rows of others do not come back
  it('other region: …')  a row of the neighbour region is neither seen nor touched
Each holds an expect or a leakProbe. modules/complaints/commands/add-note.int.test.ts is one to copy.`;

describe('commands and queries', () => {
  const files = modulesOf(here).flatMap(useCaseFiles);
  const faults = new Map(files.map((file) => [nameOf(file), faultsOf(file)]));

  it('are found in every module', () => {
    expect(files.length).toBeGreaterThan(50);
  });

  it('are tested: the right case, the refused, the other region', () => {
    const wanting = [...faults].filter(([name]) => !untested.includes(name)).flatMap(([, found]) => found);
    expect(wanting, HOW).toEqual([]);
  });

  it('leave the list of those still without a test as soon as they have one, or are gone', () => {
    const done = untested.filter((name) => (faults.get(name) ?? []).length === 0);
    expect(done, 'Take these out of modules/untested.ts').toEqual([]);
    expect([...untested], 'modules/untested.ts: each once, in the order of the alphabet').toEqual([...new Set(untested)].sort());
  });

  it('of complaints and outages are all tested', () => {
    expect(untested.filter((name) => /^(complaints|outages)\//.test(name))).toEqual([]);
  });
});

describe('a test beside a use case', () => {
  const source = `export async function doIt(ctx: Context, id: string): Promise<void> {}`;
  const whole = (more = '', titles = KINDS.map((kind) => `${kind}x`)) => `
    import { it, expect } from 'vitest';
    import { doIt } from './do-it.server.ts';
    const done = (ctx) => doIt(ctx, 'a');
    ${titles.map((title) => `it('${title}', async ({ here }) => { expect(await done(here)).toBe(1); });`).join('\n')}
    ${more}`;
  const wanting = (test: string | null) => inspect('do-it', useCasesIn(source), test);

  it('is enough with all three kinds, by a helper of the file as well', () => {
    expect(wanting(whole())).toEqual([]);
  });

  it('is missed when it is not there, or lacks a kind', () => {
    expect(wanting(null)).toEqual(['do-it: doIt has no do-it.int.test.ts beside it']);
    expect(wanting(whole('', ['right: x', 'other region: x']))).toEqual(['do-it: doIt has no test «refused: …»']);
    expect(wanting(whole(`it.skip('refused: x', () => expect(doIt).toBe(1));`, ['right: x', 'other region: x']))).toEqual([
      'do-it: doIt has no test «refused: …»',
    ]);
  });

  it('does not count when it calls something else, or expects nothing', () => {
    const silent = whole(`it('refused: x', async () => { await done(1); });`, ['right: x', 'other region: x']);
    const elsewhere = whole(`it('refused: x', async () => { expect(1).toBe(1); });`, ['right: x', 'other region: x']);
    for (const test of [silent, elsewhere]) expect(wanting(test)).toEqual(['do-it: doIt has no test «refused: …»']);
    const other = whole().replace('./do-it.server.ts', './do-that.server.ts');
    expect(wanting(other)).toHaveLength(KINDS.length);
  });

  it('mocks nothing', () => {
    expect(wanting(whole().replace('it, expect', 'it, expect, vi'))).toEqual([
      'do-it: its test takes `vi` from vitest: no mocks',
    ]);
  });

  it('is asked for functions of a context alone', () => {
    const text = `export function doIt(ctx: Context) {} export const other = async (ctx: JobContext) => 1; export const LIMIT = 5;
      export function pure(a: string) {} function inner(ctx: Context) {}`;
    expect(useCasesIn(text)).toEqual(['doIt', 'other']);
  });
});

function modulesOf(folder: string): string[] {
  const folders = readdirSync(folder).filter((name) => existsSync(path.join(folder, name, 'module.server.ts')));
  return folders.map((name) => path.join(folder, name));
}

function sourcesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(folder, name))
    .filter(
      (file) => /\.tsx?$/.test(file) && !/node_modules|\.test\.tsx?$|[\\/](testing|e2e|bench|prove|fixtures)[\\/]/.test(file),
    );
}

interface UseCaseFile {
  file: string;
  useCases: string[];
}

/** Files of commands/ and queries/ with the function they are named after and whatever else others call of them; a second function that only their neighbours there share is a step. */
function useCaseFiles(module: string): UseCaseFile[] {
  const all = sourcesIn(module);
  const isUseCase = (file: string) => /^(commands|queries)[\\/]/.test(path.relative(module, file));
  const imports = all.flatMap((from) => importsOf(from).map((one) => ({ ...one, inside: isUseCase(from) })));
  return all
    .filter((file) => isUseCase(file) && file.endsWith('.server.ts'))
    .map((file) => {
      const callers = imports.filter((one) => one.file === file);
      const useCases = useCasesIn(readFileSync(file, 'utf8')).filter((name) => {
        const uses = callers.filter((one) => one.name === name);
        return name === ownName(file) || uses.length === 0 || uses.some((one) => !one.inside);
      });
      return { file, useCases };
    })
    .filter((one) => one.useCases.length > 0);
}

/** `do-it.server.ts` → `doIt`. */
const ownName = (file: string): string =>
  path.basename(file, '.server.ts').replaceAll(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

const nameOf = ({ file }: UseCaseFile): string =>
  path
    .relative(here, file)
    .split(path.sep)
    .join('/')
    .replace(/\.server\.ts$/, '');

function faultsOf(one: UseCaseFile): string[] {
  const test = one.file.replace(/\.server\.ts$/, '.int.test.ts');
  return inspect(nameOf(one), one.useCases, existsSync(test) ? readFileSync(test, 'utf8') : null);
}

/** What is missing for these use cases; `test` is the text of the file beside them, null = there is none. */
function inspect(name: string, useCases: readonly string[], test: string | null): string[] {
  const base = path.posix.basename(name);
  if (test === null) return useCases.map((one) => `${name}: ${one} has no ${base}.int.test.ts beside it`);
  const tree = parse(test);
  const mocks = namesFrom(tree, 'vitest').has('vi') ? [`${name}: its test takes \`vi\` from vitest: no mocks`] : [];
  const called = namesFrom(tree, `./${base}.server.ts`);
  const tests = testsIn(tree);
  const missing = useCases.flatMap((one) =>
    KINDS.filter((kind) => {
      const local = called.get(one);
      return !local || !tests.some((test) => test.title.startsWith(kind) && test.reaches.has(local) && asserts(test.reaches));
    }).map((kind) => `${name}: ${one} has no test «${kind}…»`),
  );
  return [...mocks, ...missing];
}

const asserts = (reaches: ReadonlySet<string>): boolean => reaches.has('expect') || reaches.has('leakProbe');

const parse = (text: string): ts.SourceFile => ts.createSourceFile('file.ts', text, ts.ScriptTarget.Latest, true);

/** Exported functions whose first parameter is a context. */
function useCasesIn(text: string): string[] {
  return parse(text).statements.flatMap((statement) => {
    if (!ts.canHaveModifiers(statement) || !isExported(statement)) return [];
    if (ts.isFunctionDeclaration(statement)) return takesContext(statement) && statement.name ? [statement.name.text] : [];
    if (!ts.isVariableStatement(statement)) return [];
    return statement.declarationList.declarations.flatMap(({ name, initializer }) =>
      ts.isIdentifier(name) && initializer && ts.isArrowFunction(initializer) && takesContext(initializer) ? [name.text] : [],
    );
  });
}

const isExported = (node: ts.HasModifiers): boolean =>
  ts.getModifiers(node)?.some((modifier) => modifier.kind === ts.SyntaxKind.ExportKeyword) ?? false;

const takesContext = ({ parameters }: ts.SignatureDeclaration): boolean =>
  /\b(?:Job)?Context\b/.test(parameters[0]?.type?.getText() ?? '');

/** Names a file takes from files beside it, by the files they come from. */
function importsOf(file: string): { file: string; name: string }[] {
  const tree = parse(readFileSync(file, 'utf8'));
  return tree.statements.flatMap((statement) => {
    if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) return [];
    const from = statement.moduleSpecifier;
    if (!from || !ts.isStringLiteral(from) || !from.text.startsWith('.')) return [];
    const target = path.resolve(path.dirname(file), from.text);
    const bindings = ts.isImportDeclaration(statement) ? statement.importClause?.namedBindings : statement.exportClause;
    if (!bindings || !(ts.isNamedImports(bindings) || ts.isNamedExports(bindings))) return [];
    return [...bindings.elements].map((one) => ({ file: target, name: (one.propertyName ?? one.name).text }));
  });
}

/** Exported name → name in this file. */
function namesFrom(tree: ts.SourceFile, specifier: string): Map<string, string> {
  const names = new Map<string, string>();
  for (const statement of tree.statements) {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) continue;
    const bindings = statement.importClause?.namedBindings;
    if (statement.moduleSpecifier.text !== specifier || !bindings || !ts.isNamedImports(bindings)) continue;
    for (const one of bindings.elements) names.set((one.propertyName ?? one.name).text, one.name.text);
  }
  return names;
}

interface Test {
  title: string;
  /** Every name its body speaks of, by functions and values of the file as well. */
  reaches: ReadonlySet<string>;
}

function testsIn(tree: ts.SourceFile): Test[] {
  const declared = declarationsIn(tree);
  const tests: Test[] = [];
  const visit = (node: ts.Node): void => {
    const [title, ...rest] = ts.isCallExpression(node) && isTestCall(node.expression) ? node.arguments : [];
    const body = rest.at(-1);
    if (title && body && ts.isStringLiteralLike(title)) tests.push({ title: title.text, reaches: reached(body, declared) });
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return tests;
}

/** `it(…)` and `it.each(…)(…)`; a skipped test is none. */
function isTestCall(called: ts.Expression): boolean {
  if (ts.isIdentifier(called)) return called.text === 'it';
  return ts.isCallExpression(called) && called.expression.getText() === 'it.each';
}

function declarationsIn(tree: ts.SourceFile): Map<string, ts.Node> {
  const found = new Map<string, ts.Node>();
  for (const statement of tree.statements) {
    if (ts.isFunctionDeclaration(statement) && statement.name) found.set(statement.name.text, statement);
    if (!ts.isVariableStatement(statement)) continue;
    for (const one of statement.declarationList.declarations) if (ts.isIdentifier(one.name)) found.set(one.name.text, one);
  }
  return found;
}

function reached(body: ts.Node, declared: ReadonlyMap<string, ts.Node>): Set<string> {
  const names = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && !names.has(node.text)) {
      names.add(node.text);
      const declaration = declared.get(node.text);
      if (declaration) visit(declaration);
    }
    ts.forEachChild(node, visit);
  };
  visit(body);
  return names;
}
