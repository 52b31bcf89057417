// Server door of the module contract: the manifest, the request context, handlers and jobs.
export * from './actor.ts';
export * from './context.server.ts';
export * from './define-command.server.ts';
export * from './define-module.server.ts';
export * from './endpoint.server.ts';
export * from './permission-rules.ts';
export * from './registry.server.ts';
export * from '../work/index.server.ts';
