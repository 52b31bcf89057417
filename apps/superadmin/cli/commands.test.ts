// The command line as its list tells it: every name once, every command with its words, each to be loaded.
import { expect, it } from 'vitest';
import { commands, helpOf } from './commands.ts';

it('calls no two commands by one name', () => {
  const names = commands.map((command) => command.name);
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  for (const name of ['migrate', 'list', 'import', 'exchange', 'address-ask']) expect(names).toContain(name);
});

it.each(commands.map((command) => [command.name, command] as const))('loads %s', async (_, command) => {
  expect((await command.run()).default).toBeTypeOf('function');
});

it('helps in a line a command, a long call in two', () => {
  const run = async () => ({ default: async () => 0 });
  const long = `${'WORD '.repeat(8)}END`;
  const help = helpOf([
    { name: 'poll', usage: 'SLUG', help: 'counts votes', run },
    { name: 'vote', usage: long, help: 'gives one', run },
  ]);
  expect(help.split('\n')).toEqual([
    'npm run tenant -- <command>',
    `  ${'poll SLUG'.padEnd(36)} counts votes`,
    `  vote ${long}`,
    `  ${' '.repeat(36)} gives one`,
  ]);
});
