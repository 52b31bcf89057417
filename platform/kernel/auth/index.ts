// Browser-safe door of sign-in: actors, permission rules, where to go after signing in.
export * from '../module/actor.ts';
export * from '../module/permission-rules.ts';
export { allowInTerritory, territoryColumns } from './territory.ts';
export { withNext } from './next-path.ts';
