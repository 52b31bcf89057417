// Conformance: what every installed module keeps to, read from its manifest, files and migrations.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { describeSettings, isCounted, postedNames, regionSettings } from '@zhkh/kernel/runtime.server';
import { installedRoutes } from './installed.routes.ts';
import { installed } from './installed.server.ts';
import { installedUi } from './installed.ui.ts';

const here = import.meta.dirname;
const root = path.dirname(here);
const ids = installed.map((module) => module.id);
const TABLE = /\b(create|drop)\s+(?:unlogged\s+)?table\s+(?:if\s+(?:not\s+)?exists\s+)?"?([a-z_]+)"?/gi;
const tables = ownersOf();
const everyCommand = installed.flatMap((module) => (module.commands ?? []).map((command) => command.name));

describe('the lists of modules', () => {
  it('name the same modules, each once', () => {
    expect(new Set(ids).size).toBe(ids.length);
    expect(installedUi.map((ui) => ui.id)).toEqual(ids);
    expect(installedRoutes.map((routes) => routes.id)).toEqual(ids);
  });

  it('leave out no folder of modules/', () => {
    const folders = readdirSync(here, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(folders.map((entry) => entry.name).sort()).toEqual([...ids].sort());
  });

  it('are all an app knows of them: no package.json of an app names a module', () => {
    for (const app of readdirSync(path.join(root, 'apps'))) {
      const text = readFileSync(path.join(root, 'apps', app, 'package.json'), 'utf8');
      expect(
        ids.filter((id) => text.includes(`"@zhkh/${id}"`)),
        app,
      ).toEqual([]);
    }
  });

  it('hold needs and uses without a cycle', () => {
    const order = new Map(ids.map((id, index) => [id, index]));
    for (const module of installed)
      for (const other of [...module.needs, ...module.uses])
        expect(order.get(other), `${module.id} names ${other}`).toBeLessThan(order.get(module.id) ?? 0);
  });
});

describe.each(installed.map((module) => [module.id, module] as const))('module %s', (id, module) => {
  const folder = path.join(here, id);
  const files = sources(folder);
  const ui = installedUi.find((entry) => entry.id === id);

  it('has the four doors and a readme', () => {
    const manifest = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as {
      name: string;
      exports: Record<string, string>;
    };
    expect(manifest.name).toBe(`@zhkh/${id}`);
    // A fifth one, `./testing`, may hold factories for the tests of others.
    const doors = Object.keys(manifest.exports).filter((door) => door !== './testing');
    expect(doors.sort()).toEqual(['.', './module', './routes', './ui']);
    for (const file of Object.values(manifest.exports)) expect(existsSync(path.join(folder, file)), file).toBe(true);
    expect(existsSync(path.join(folder, 'README.md'))).toBe(true);
  });

  it('prefixes every name with its id', () => {
    const names = [
      ...Object.keys(module.permissions.names),
      ...module.events.map((event) => event.name),
      ...module.handlers.map((handler) => handler.id),
      ...module.jobs.map((job) => job.id),
      ...module.slots.map((slot) => slot.id),
      ...(module.works ?? []).map((work) => work.definition.id).filter((id) => !module.jobs.some((job) => job.id === id)),
    ];
    expect(names.filter((name) => !name.startsWith(`${id}.`))).toEqual([]);
    expect(new Set(names).size).toBe(names.length);
    expect(module.permissions.module).toBe(id);
    expect(module.endpoints.filter((endpoint) => endpoint.module !== id)).toEqual([]);
    for (const handler of module.handlers) expect(handler.id).toMatch(/^[a-z-]+\.on-[a-z-]+$/);
  });

  it('gives each of its commands a word of its own and a line of help', () => {
    for (const command of module.commands ?? []) {
      expect(command.name).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(everyCommand.filter((name) => name === command.name)).toHaveLength(1);
      expect(command.help).toMatch(/^\S[^\n]*$/);
      expect(command.usage).not.toMatch(/\n/);
    }
  });

  it('declares the tables its migrations create, and no other', () => {
    expect([...module.tables].sort()).toEqual([...tables].filter(([, owner]) => owner === id).map(([table]) => table));
  });

  it('publishes views its migrations create', () => {
    const created = sqlOf(id).flatMap((code) => [...code.matchAll(/\bcreate\s+view\s+"?([a-z_]+)"?/gi)].map((match) => match[1]));
    for (const view of module.views ?? []) expect(created).toContain(view.name);
  });

  it('says the same in Russian and English', () => {
    expect(ui, 'ui.ts').toBeDefined();
    expect(keysOf(ui?.words.en)).toEqual(keysOf(ui?.words.ru));
    expect(emptyWords(ui?.words.ru)).toEqual([]);
    const works = (module.works ?? []).map((work) => work.definition.title);
    const permissions = Object.values(module.permissions.names).map((name) => name.title);
    for (const key of [module.title, module.description, ...permissions, ...works])
      expect(keysOf(ui?.words.ru), key).toContain(key.replace(`${id}:`, ''));
  });

  it('draws every setting in its form, with the words of each', () => {
    // Throws where the form cannot draw a kind.
    const fields = regionSettings(module.settings);
    const wanted = fields.flatMap((field) => [
      `${field.name}.title`,
      `${field.name}.help`,
      ...(isCounted(field) ? [`${field.name}.unit`] : []),
      ...field.options.map((option) => `${field.name}.options.${option}`),
    ]);
    const said = keysOf(ui?.words.ru).filter((key) => key.startsWith('settings.'));
    expect(said).toEqual(wanted.map((key) => `settings.${key}`).sort());
    for (const name of postedNames(fields)) expect(name).toMatch(/^[A-Za-z][\w.-]{0,63}$/);
  });

  it('parts all its settings into groups with titles, or none', () => {
    const groups = Object.entries(module.settingGroups ?? {});
    const titles = keysOf(ui?.words.ru).filter((key) => key.startsWith('settingGroups.'));
    expect(titles).toEqual(groups.map(([group]) => `settingGroups.${group}`).sort());
    if (groups.length > 0)
      expect(groups.flatMap(([, names]) => names).sort()).toEqual(
        regionSettings(module.settings)
          .map(({ name }) => name)
          .sort(),
      );
  });

  it('reads every setting it offers', () => {
    const code = files.filter((name) => !isTest(name) && !name.endsWith('settings.ts')).map((name) => readFileSync(name, 'utf8'));
    const unread = describeSettings(module.settings).filter(({ name }) => {
      const word = new RegExp(`\\b${name.split('.').at(-1)}\\b`);
      return !code.some((text) => word.test(text));
    });
    expect(unread.map(({ name }) => name)).toEqual([]);
  });

  it('shows navigation only by its own permissions', () => {
    for (const entry of ui?.nav ?? []) {
      expect(keysOf(ui?.words.ru)).toContain(entry.label.replace(`${id}:`, ''));
      if (entry.can) expect(Object.keys(module.permissions.names)).toContain(entry.can);
    }
  });

  it('draws every fill of a slot that modules draw, and no other', () => {
    const loaded = module.slots.filter((fill) => fill.slot.drawnBy === 'module');
    const nameOf = (fill: { slot: { name: string }; id: string }) => `${fill.slot.name} ${fill.id}`;
    expect((ui?.slots ?? []).map(nameOf).sort()).toEqual(loaded.map(nameOf).sort());
  });

  it('imports the neighbours it names, by contract only', () => {
    const imported = new Set<string>();
    for (const file of files.filter((name) => !isTest(name)))
      for (const target of importsOf(file)) {
        const match = /^@zhkh\/([a-z-]+)(\/.*)?$/.exec(target);
        if (match?.[1] && ids.includes(match[1]) && match[1] !== id) {
          expect(match[2], `${relative(file)} → ${target}`).toBeUndefined();
          imported.add(match[1]);
        }
        if (target.startsWith('.'))
          expect(path.resolve(path.dirname(file), target).startsWith(folder), `${relative(file)} → ${target}`).toBe(true);
      }
    expect([...imported].sort()).toEqual([...module.needs, ...module.uses].sort());
  });

  it('lets loaders and actions come from the builders only, each with a known permission', () => {
    for (const file of files.filter((name) => name.includes(`${path.sep}routes${path.sep}`))) {
      const code = readFileSync(file, 'utf8');
      for (const part of code.matchAll(
        /export\s+(?:async\s+)?(?:function|const)\s+(loader|action)\b(?!\s*=\s*(?:read|change)\()/g,
      ))
        expect.fail(`${relative(file)}: ${part[1]} is not made by a builder`);
      for (const [, permission] of code.matchAll(/\bcan:\s*'([^']+)'/g))
        expect(['public', 'signed-in', ...Object.keys(module.permissions.names)], relative(file)).toContain(permission);
    }
  });

  it('keeps every route file it mounts, and mounts every route file it keeps', () => {
    const table = installedRoutes.find((routes) => routes.id === id);
    const mounted = (['portal', 'partner', 'superadmin'] as const).flatMap((app) =>
      (table?.[app] ?? []).map((entry) => entry.file),
    );
    const kept = files
      // A `.server.ts` beside routes is a step that several of them share; it is no route.
      .filter((name) => name.startsWith(path.join(folder, 'routes') + path.sep) && !name.endsWith('.server.ts'))
      .map((name) => path.relative(path.join(folder, 'routes'), name));
    expect([...new Set(mounted)].sort()).toEqual(kept.map((name) => name.split(path.sep).join('/')).sort());
  });
});

function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => !file.includes('node_modules'));
}

function isTest(file: string): boolean {
  return /\.test\.tsx?$|[\\/](testing|prove|bench|fixtures)[\\/]/.test(file);
}

function relative(file: string): string {
  return path.relative(root, file);
}

function importsOf(file: string): string[] {
  const code = readFileSync(file, 'utf8');
  return [...code.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((match) => match[1] ?? '');
}

/** Statements of a module's migrations, file by file; `comments` keeps what is said beside them. */
function sqlOf(id: string, comments = false): string[] {
  const folder = path.join(root, 'migrations/tenant', id);
  const files = existsSync(folder) ? readdirSync(folder).sort() : [];
  return files
    .map((file) => readFileSync(path.join(folder, file), 'utf8'))
    .map((code) => (comments ? code : code.replace(/--.*$/gm, '')));
}

/** Table → the module that owns it: whose migrations create it, unless a later `-- moves: table → module` gives it away. */
function ownersOf(): Map<string, string> {
  const owners = new Map<string, string>();
  for (const id of ids)
    for (const code of sqlOf(id))
      for (const [, verb, table = ''] of code.matchAll(TABLE))
        if (verb?.toLowerCase() === 'create') owners.set(table, id);
        else owners.delete(table);
  for (const id of ids)
    for (const code of sqlOf(id, true))
      for (const [, table = '', to = ''] of code.matchAll(/^-- moves: ([a-z_]+) → ([a-z-]+)$/gm)) {
        expect(to, `${id} takes ${table}`).toBe(id);
        expect(owners.has(table), `${table} is a table`).toBe(true);
        owners.set(table, to);
      }
  return new Map([...owners].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Flat keys; plural endings count as one key, because Russian has four forms and English two. */
function keysOf(words: unknown, prefix = ''): string[] {
  if (typeof words !== 'object' || words === null) return [prefix.replace(/_(zero|one|two|few|many|other)$/, '')];
  const keys = Object.entries(words).flatMap(([key, value]) => keysOf(value, prefix ? `${prefix}.${key}` : key));
  return [...new Set(keys)].sort();
}

function emptyWords(words: unknown, prefix = ''): string[] {
  if (typeof words === 'string') return words.trim() === '' ? [prefix] : [];
  return Object.entries(words ?? {}).flatMap(([key, value]) => emptyWords(value, prefix ? `${prefix}.${key}` : key));
}
