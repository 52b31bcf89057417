// Door of the local installation: the embedded parts and the supervisor over the product's processes.
export { type Catcher, startCatcher } from './catcher/start-catcher.server.ts';
export { endWithParent } from './end-with-parent.ts';
export { freePort } from './ports.server.ts';
export { type ProcessName, type SignIn, type Stack, type StackOptions, startStack } from './stack.server.ts';
export { type EmbeddedPostgres, startPostgres } from './start-postgres.server.ts';
export { withOwnDatabase } from './with-database.server.ts';
