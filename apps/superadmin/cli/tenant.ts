// npm run tenant -- <command> …: what an operator does to regions from a shell.
// Needs DATABASE_OWNER_URL for schemas and roles.
import { loadConfig } from '@zhkh/kernel/config.server';
import { commands, helpOf } from './commands.ts';
import { runCommand } from './run-command.ts';

const [name = '', ...args] = process.argv.slice(2);
const command = commands.find((one) => one.name === name);
if (!command) {
  console.error(helpOf(commands));
  process.exit(name === '' || name === 'help' ? 0 : 2);
}
try {
  const { default: run } = await command.run();
  process.exitCode = await runCommand(loadConfig(), args, run);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  if (isWrongCall(error)) console.error(`npm run tenant -- ${name} ${command.usage}`);
  process.exitCode = 1;
}

/** What parseArgs says of an option it does not know. */
function isWrongCall(error: unknown): boolean {
  return error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}
