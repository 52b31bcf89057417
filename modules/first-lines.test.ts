// Conformance: a source file begins with one comment of at most 110 characters that says what lives in it.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const root = path.dirname(import.meta.dirname);
const SKIPPED = /(^|\/)(node_modules|build|templates|fixtures|\.[^/]+)(\/|$)/;
const LONGEST = 110;
/** Not held to the length yet: shortened as they are touched. Migrations stay as they were applied. Every new module is held. */
const NOT_YET = /^(modules\/directory|platform|apps|migrations)\//;

function sources(): string[] {
  return ['platform', 'modules', 'apps', 'migrations']
    .flatMap((folder) =>
      readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) => path.posix.join(folder, file)),
    )
    .filter((file) => /\.(ts|tsx|mjs|css|sql)$/.test(file) && !SKIPPED.test(file));
}

const firstLine = (text: string) => text.slice(0, text.indexOf('\n'));
const isComment = (line: string) => /^(\/\/|--|\/\*) ?\S/.test(line);

function faultOf(file: string, text: string): string[] {
  const line = firstLine(text);
  if (!isComment(line)) return [`${file}: no comment in the first line`];
  return line.length > LONGEST && !NOT_YET.test(file) ? [`${file}: ${line.length} characters`] : [];
}

it('every file says first what lives in it', () => {
  expect(sources().flatMap((file) => faultOf(file, readFileSync(path.join(root, file), 'utf8')))).toEqual([]);
});

it('a missing and a long first line are found', () => {
  expect(faultOf('modules/x/core/a.ts', "import a from 'b';\n")).toEqual(['modules/x/core/a.ts: no comment in the first line']);
  expect(faultOf('modules/x/core/a.ts', `// ${'word '.repeat(30)}\n`)).toHaveLength(1);
  expect(faultOf('modules/x/core/a.ts', '// Counts the days between two dates.\n')).toEqual([]);
});
