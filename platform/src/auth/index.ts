// Door for browser-safe auth types.
export * from './actor.ts';
export * from './rules.ts';
