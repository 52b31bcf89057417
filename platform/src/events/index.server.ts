// Door of events.
export { emitInto } from './emit.server.ts';
