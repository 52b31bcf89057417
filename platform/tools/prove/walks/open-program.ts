// Opens every source file of the product as one TypeScript program, so that a name can be followed to where it is defined.
import { globSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

export interface Code {
  root: string;
  program: ts.Program;
  checker: ts.TypeChecker;
}

const OUTSIDE = /node_modules|\/build\/|\.test\.tsx?$|\/templates\//;

export function openProgram(root: string): Code {
  const files = globSync(['platform/**/*.{ts,tsx}', 'modules/**/*.{ts,tsx}', 'apps/**/*.{ts,tsx}'], { cwd: root })
    .filter((file) => !OUTSIDE.test(file))
    .map((file) => path.join(root, file));
  const program = ts.createProgram(files, {
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    jsx: ts.JsxEmit.ReactJSX,
    allowImportingTsExtensions: true,
    resolveJsonModule: true,
    noEmit: true,
    skipLibCheck: true,
    types: [],
  });
  return { root, program, checker: program.getTypeChecker() };
}
