// Adds a module to the three lists of installed modules: an import line and its name at the end.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Names } from './module-template.ts';

const LISTS = { server: 'module', routes: 'routes', ui: 'ui' } as const;

export function addToLists(root: string, names: Names): void {
  for (const [list, door] of Object.entries(LISTS)) {
    const file = path.join(root, 'modules', `installed.${list}.ts`);
    writeFileSync(file, withModule(readFileSync(file, 'utf8'), names, door));
  }
}

/** Imports stay sorted; the array keeps its order: general modules before those that name them. */
export function withModule(text: string, { id, camel }: Names, door: string): string {
  const line = `import ${camel} from '@zhkh/${id}/${door}';`;
  if (text.includes(line)) return text;
  const lines = text.split('\n');
  const imports = lines.filter((one) => one.startsWith('import '));
  const next = imports.find((one) => one > line);
  const at = next ? lines.indexOf(next) : lines.lastIndexOf(imports.at(-1) ?? '') + 1;
  lines.splice(at, 0, line);
  return lines.join('\n').replace(/(=\s*\[[^\]]*?),?(\s*\]\s*;)/, (_, head: string, tail: string) => `${head}, ${camel}${tail}`);
}
