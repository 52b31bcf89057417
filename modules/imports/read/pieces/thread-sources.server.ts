// Collects the modules a thread will load, types stripped, by their address.
import { readFileSync } from 'node:fs';
import { createRequire, stripTypeScriptTypes } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';

const IMPORTED = /\bfrom\s+'([^']+)'/g;
/** Files do not change while the process lives. */
const stripped = new Map<string, string>();

export function threadSources(files: readonly string[]): Map<string, string> {
  const sources = new Map<string, string>();
  const add = (url: string) => {
    if (sources.has(url) || !url.endsWith('.ts')) return;
    const source = stripped.get(url) ?? stripTypeScriptTypes(readFileSync(fileURLToPath(url), 'utf8'));
    stripped.set(url, source);
    sources.set(url, source);
    const { resolve } = createRequire(url);
    for (const [, name = ''] of source.matchAll(IMPORTED)) if (!name.startsWith('node:')) add(addressOf(name, url, resolve));
  };
  for (const file of files) add(pathToFileURL(file).href);
  return sources;
}

function addressOf(name: string, from: string, resolve: NodeJS.RequireResolve): string {
  return name.startsWith('.') ? new URL(name, from).href : pathToFileURL(resolve(name)).href;
}
