// npm run tenant -- <command> …: what an operator does to regions from a shell. Needs DATABASE_OWNER_URL for schemas and roles.
import { loadConfig } from '@zhkh/kernel/config.server';
import type { Command } from './command.ts';

const commands: Record<string, () => Promise<{ default: Command }>> = {
  migrate: () => import('./commands/migrate.ts'),
  ensure: () => import('./commands/ensure.ts'),
  list: () => import('./commands/list.ts'),
  create: () => import('./commands/create.ts'),
  resume: () => import('./commands/resume.ts'),
  seed: () => import('./commands/seed.ts'),
  import: () => import('./commands/import.ts'),
  exchange: () => import('./commands/exchange.ts'),
  'address-ask': () => import('./commands/address-ask.ts'),
  drift: () => import('./commands/drift.ts'),
  'check-isolation': () => import('./commands/check-isolation.ts'),
  invariants: () => import('./commands/invariants.ts'),
  suspend: () => import('./commands/suspend.ts'),
  activate: () => import('./commands/activate.ts'),
  switch: () => import('./commands/switch.ts'),
  totp: () => import('./commands/totp.ts'),
};

const usage = `npm run tenant -- <command>
  migrate                              roles, control plane, queue, and every region
  ensure SLUG…                         demo regions with their demo data (local mode)
  list                                 regions, states, hosts, migrations
  create SLUG NAME NAME_EN CODE ZONE HOST [PLAN]
  resume SLUG                          goes on with a region whose creation stopped
  seed SLUG [small|demo]               demo data of the modules
  import SLUG CONNECTOR FILE [--dry-run] [--date DAY]   a register file by the directory's import
  import SLUG --apply ID               applies a dry run that waits
  exchange SLUG OPERATION [--from DAY] [--to DAY] [--dry-run]   asks ГИС ЖКХ by its exchange and loads the answers
  address-ask SLUG FILE [--out OUT]    a query a line in, five candidates a line out (TSV); --list LIST, --houses N
  drift                                differences between the regions' schemas
  check-isolation                      privileges of every login in foreign schemas
  invariants [SLUG]                    rows that must not exist
  suspend SLUG | activate SLUG
  switch SLUG MODULE on|off
  totp LOGIN                           the code of a demo account now (local mode)`;

const [name = '', ...args] = process.argv.slice(2);
const load = commands[name];
if (!load) {
  console.error(usage);
  process.exit(name === '' || name === 'help' ? 0 : 2);
}
try {
  const command = (await load()).default;
  process.exitCode = await command({ config: loadConfig(), args, say: (line) => console.log(line) });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
