// npm run bench -- NAME / npm run prove -- NAME: finds {platform/*,modules/*,apps/*}/{bench,prove}/NAME.ts and runs it.
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { type CommandInput, UsageError } from './command.ts';
import { inherit } from './tenant.ts';

export default async function findAndRun({ root, name: kind, args, env }: CommandInput): Promise<number> {
  const all = programs(root, kind);
  const [wanted, ...rest] = args;
  const found = all.filter(({ name }) => name === wanted);
  if (found.length === 1 && found[0]) return inherit([found[0].file, ...rest], root, env);
  const list = all.map(({ name, file }) => `  ${name.padEnd(24)} ${path.relative(root, file)}`).join('\n');
  throw new UsageError(
    `${found.length > 1 ? `${wanted} is found more than once` : `npm run ${kind} -- NAME`}. There are:\n${list || '  none yet'}`,
  );
}

function programs(root: string, kind: string): { name: string; file: string }[] {
  const inside = (folder: string) =>
    existsSync(path.join(root, folder)) ? readdirSync(path.join(root, folder)).map((f) => path.join(folder, f)) : [];
  return [...inside('platform'), ...inside('modules'), ...inside('apps')].flatMap((owner) =>
    inside(path.join(owner, kind)).flatMap((entry) => {
      const file = path.join(root, entry);
      if (entry.endsWith('.ts') && !/\.(test|server|d)\.ts$/.test(entry)) return [{ name: path.basename(entry, '.ts'), file }];
      const main = path.join(file, 'index.ts');
      return existsSync(main) ? [{ name: path.basename(entry), file: main }] : [];
    }),
  );
}
