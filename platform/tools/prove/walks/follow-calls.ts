// Follows what a function names, in the order of its text, into every function of the product it can reach, each once.
import { realpathSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import type { Code } from './open-program.ts';

export interface Walk {
  functions: number;
  files: number;
  /** Rooms in the order they are entered; a room left and entered again stands here again. */
  stays: string[];
}

type Body = ts.FunctionLikeDeclaration | ts.VariableDeclaration | ts.ObjectLiteralExpression;

/** A start is `file#function`, or `file#*` for everything the file exports; `not` names files left alone (lists of plugs). Calls through the context or a service are not seen. */
export function followCalls(code: Code, starts: readonly string[], not: readonly string[] = []): Walk {
  const seen = new Set<ts.Node>();
  const files = new Set<string>();
  const stays: string[] = [];
  const enter = (body: ts.Node) => {
    if (seen.has(body)) return;
    seen.add(body);
    const file = placeOf(code, body);
    if (!file || not.includes(file)) return;
    files.add(file);
    stay(path.dirname(file));
    ts.forEachChild(body, function visit(node) {
      if (ts.isIdentifier(node)) {
        const next = bodyOf(code, node);
        if (next) {
          enter(next);
          stay(path.dirname(file));
        }
      }
      ts.forEachChild(node, visit);
    });
  };
  const stay = (room: string) => {
    if (stays.at(-1) !== room) stays.push(room);
  };
  for (const start of starts) for (const body of startsOf(code, start)) enter(body);
  return { functions: seen.size, files: files.size, stays };
}

function startsOf(code: Code, start: string): ts.Node[] {
  const [file = '', name] = start.split('#');
  const source = code.program.getSourceFile(path.join(code.root, file));
  const symbol = source && code.checker.getSymbolAtLocation(source);
  if (!symbol) throw new Error(`No such file: ${file}`);
  const found = code.checker
    .getExportsOfModule(symbol)
    .filter((exported) => name === '*' || exported.name === name)
    .flatMap((exported) => exported.declarations ?? [])
    .filter(isBody);
  if (found.length === 0) throw new Error(`No such function: ${start}`);
  return found;
}

/** The function or constant a name stands for, where it is the product's own and not a type. */
function bodyOf({ checker }: Code, name: ts.Identifier): ts.Node | undefined {
  const symbol = checker.getSymbolAtLocation(name);
  const target = symbol && symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  return target?.declarations?.find((declaration) => isBody(declaration) && isTopLevel(declaration));
}

const isBody = (node: ts.Node): node is Body =>
  ts.isFunctionDeclaration(node) || (ts.isVariableDeclaration(node) && !!node.initializer);

const isTopLevel = (node: ts.Node) =>
  ts.isSourceFile(node.parent) || (ts.isVariableDeclaration(node) && ts.isSourceFile(node.parent.parent.parent));

/** Path below the root; nothing for packages of others. */
function placeOf({ root }: Code, node: ts.Node): string | undefined {
  const file = node.getSourceFile().fileName;
  if (file.includes('node_modules/') && !file.includes('node_modules/@zhkh')) return undefined;
  const place = path.relative(root, realpathSync(file));
  return place.startsWith('..') ? undefined : place;
}
