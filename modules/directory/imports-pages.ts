// Pages of the directory among those of imports.
import type { ImportsPage } from '@zhkh/imports';

export const importsPages: readonly ImportsPage[] = [
  { path: 'exchange', title: 'directory:exchange.title', order: 30 },
  { path: 'matches', title: 'directory:matches.title', order: 40 },
];
