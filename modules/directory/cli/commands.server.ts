// What directory adds to `npm run tenant`: the exchange with ГИС ЖКХ, the address search by a file.
import type { CommandDefinition } from '@zhkh/kernel/module.server';

export const commands: readonly CommandDefinition[] = [
  {
    name: 'exchange',
    usage: 'SLUG OPERATION [--from DAY] [--to DAY] [--dry-run]',
    help: 'asks ГИС ЖКХ by its exchange and loads the answers',
    run: () => import('./exchange.server.ts'),
  },
  {
    name: 'address-ask',
    usage: 'SLUG [FILE] [--out FILE] [--list FILE] [--houses N]',
    help: 'a query a line in, five candidates a line out (TSV)',
    run: () => import('./address-ask.server.ts'),
  },
];
