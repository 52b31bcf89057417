// What imports adds to `npm run tenant`.
import type { CommandDefinition } from '@zhkh/kernel/module.server';

export const commands: readonly CommandDefinition[] = [
  {
    name: 'import',
    usage: 'SLUG CONNECTOR FILE [--dry-run] [--date DAY] | SLUG --apply ID',
    help: 'a file of a register; --apply takes over a dry run that waits',
    run: () => import('./import.server.ts'),
  },
];
