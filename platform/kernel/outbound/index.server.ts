// Door of outside addresses: fetching what an operator named, without reaching into our own network.
export type { GetOutside, OutsideAnswer, OutsideRequest } from './get-outside.server.ts';
export { OutsideError, type OutsideReason } from './outside-error.ts';
