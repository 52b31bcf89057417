// The commands of `npm run tenant`: the product's own, then those its modules declare.
import type { CommandDefinition } from '@zhkh/kernel/module.server';
import { installed } from '../../../modules/installed.server.ts';

const own: readonly CommandDefinition[] = [
  {
    name: 'migrate',
    usage: '',
    help: 'roles, control plane, queue, and every region',
    run: () => import('./commands/migrate.ts'),
  },
  {
    name: 'ensure',
    usage: 'SLUG…',
    help: 'demo regions with their demo data (local mode)',
    run: () => import('./commands/ensure.ts'),
  },
  { name: 'list', usage: '', help: 'regions, states, hosts, migrations', run: () => import('./commands/list.ts') },
  {
    name: 'create',
    usage: 'SLUG NAME NAME_EN CODE ZONE HOST [PLAN]',
    help: 'a new region',
    run: () => import('./commands/create.ts'),
  },
  {
    name: 'resume',
    usage: 'SLUG',
    help: 'goes on with a region whose creation stopped',
    run: () => import('./commands/resume.ts'),
  },
  { name: 'seed', usage: 'SLUG [small|demo]', help: 'demo data of the modules', run: () => import('./commands/seed.ts') },
  { name: 'drift', usage: '', help: "differences between the regions' schemas", run: () => import('./commands/drift.ts') },
  {
    name: 'check-isolation',
    usage: '',
    help: 'privileges of every login in foreign schemas',
    run: () => import('./commands/check-isolation.ts'),
  },
  { name: 'invariants', usage: '[SLUG]', help: 'rows that must not exist', run: () => import('./commands/invariants.ts') },
  { name: 'suspend', usage: 'SLUG', help: 'closes a region, its data stays', run: () => import('./commands/suspend.ts') },
  { name: 'activate', usage: 'SLUG', help: 'opens it again', run: () => import('./commands/activate.ts') },
  {
    name: 'switch',
    usage: 'SLUG MODULE on|off',
    help: 'a module of a region',
    run: () => import('./commands/switch.ts'),
  },
  {
    name: 'totp',
    usage: 'LOGIN',
    help: 'the code of a demo account now (local mode)',
    run: () => import('./commands/totp.ts'),
  },
];

export const commands: readonly CommandDefinition[] = [...own, ...installed.flatMap((module) => module.commands ?? [])];

const COLUMN = 36;

/** A line a command; a long call puts its words on a line of their own. */
export function helpOf(all: readonly CommandDefinition[]): string {
  const lines = all.map(({ name, usage, help }) => {
    const call = `${name} ${usage}`.trimEnd();
    return call.length < COLUMN ? `  ${call.padEnd(COLUMN)} ${help}` : `  ${call}\n  ${' '.repeat(COLUMN)} ${help}`;
  });
  return ['npm run tenant -- <command>', ...lines].join('\n');
}
