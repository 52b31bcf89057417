// npm run new:module polls --apps portal,superadmin: a module from templates, on every list, installed, with a passing test.
import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type CommandInput, UsageError } from './command.ts';
import { addToLists } from './module-lists.ts';
import { addToLock } from './module-packages.ts';
import { fill, type Names, namesOf } from './module-template.ts';

const APPS = ['portal', 'partner', 'superadmin'];
/** Names of packages that are there, and of the kernel itself. */
const RESERVED = ['platform', 'kernel', 'ui', 'tools', ...APPS];
const USAGE = `npm run new:module polls -- --apps portal,superadmin [--title "Опросы" --title-en "Polls"]
  The id: small Latin letters and hyphens. Apps: ${APPS.join(', ')}.`;

export default async function newModule({ root, args, env }: CommandInput): Promise<number> {
  const { names, apps } = read(args, env);
  const folder = path.join(root, 'modules', names.id);
  if (existsSync(folder) && readdirSync(folder).length > 0) throw new UsageError(`modules/${names.id} exists already.`);
  const made = [...writeModule(root, folder, names, apps), writeMigration(root, names)];
  addToLists(root, names);
  addToLock(root, names.id);
  link(root, names.id);
  const list = made.map((file) => `  ${path.relative(root, file)}`).join('\n');
  process.stdout.write(
    `✔ module ${names.id} for ${apps.join(', ')}\n${list}\n\nNext: npm run check, then npm start and\n  npm run tenant -- switch tyumen ${names.id} on\n`,
  );
  return 0;
}

/** `npm run new:module polls --apps x` hands `--apps` to npm itself, which leaves it in the environment. */
function read(args: string[], env: CommandInput['env']): { names: Names; apps: string[] } {
  const options = { apps: { type: 'string' }, title: { type: 'string' }, 'title-en': { type: 'string' } } as const;
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
  const fromNpm = env.npm_config_apps && env.npm_config_apps !== 'true' ? env.npm_config_apps : undefined;
  const [id = '', second] = positionals;
  const asked = values.apps ?? fromNpm ?? second ?? 'portal';
  const apps = asked.split(',').map((app) => app.trim());
  const unknown = apps.filter((app) => !APPS.includes(app));
  if (!/^[a-z]+(-[a-z]+)*$/.test(id) || RESERVED.includes(id) || unknown.length > 0) throw new UsageError(USAGE);
  return { names: namesOf(id, values.title ?? env.npm_config_title, values['title-en'] ?? env.npm_config_title_en), apps };
}

function writeModule(root: string, folder: string, names: Names, apps: string[]): string[] {
  return moduleFiles(root, names, apps).map(({ file, text }) => write(path.join(folder, file), text));
}

/** What the folder of the module gets; a template that has nothing for the apps asked for gives no file. */
export function moduleFiles(root: string, names: Names, apps: string[]): { file: string; text: string }[] {
  const templates = path.join(root, 'platform/tools/generators/module/templates');
  const versions = versionsOf(root);
  return readdirSync(templates, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.tmpl') && isWanted(file, apps))
    .sort()
    .map((file) => ({
      file: file.slice(0, -'.tmpl'.length),
      text: fill(readFileSync(path.join(templates, file), 'utf8'), names, apps, versions),
    }))
    .filter(({ text }) => text.trim() !== '');
}

function isWanted(file: string, apps: string[]): boolean {
  const [top, app] = file.split(path.sep);
  return top !== 'routes' || apps.includes(app ?? '');
}

function writeMigration(root: string, names: Names): string {
  const template = readFileSync(path.join(root, 'platform/tools/generators/module/first-migration.sql.tmpl'), 'utf8');
  const file = path.join(root, 'migrations/tenant', names.id, `${timestamp(new Date())}_${names.snake}.sql`);
  return write(file, fill(template, names, [], {}));
}

/** `20261122T1405` */
export function timestamp(at: Date): string {
  return at.toISOString().slice(0, 16).replace(/[-:]/g, '');
}

/** A module takes the versions its neighbours in the platform take. */
function versionsOf(root: string): Record<string, string> {
  const declared = ['kernel', 'ui'].map((name) => declaredIn(path.join(root, 'platform', name, 'package.json')));
  const all: Record<string, string> = Object.assign({}, ...declared);
  const version = (name: string): string => all[name] ?? '*';
  return {
    kysely: version('kysely'),
    zod: version('zod'),
    remix: version('@remix-run/node'),
    react: version('react'),
    reactI18next: version('react-i18next'),
  };
}

function declaredIn(file: string): Record<string, string> {
  const { dependencies, peerDependencies } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, Record<string, string>>;
  return { ...dependencies, ...peerDependencies };
}

export function write(file: string, text: string): string {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
}

/** What npm would do for a new workspace: one link. */
function link(root: string, id: string): void {
  const place = path.join(root, 'node_modules', '@zhkh', id);
  try {
    lstatSync(place);
  } catch {
    symlinkSync(path.join('..', '..', 'modules', id), place, 'junction');
  }
}
