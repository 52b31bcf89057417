// Server door of the module contract: the manifest, the request context, handlers and jobs.
export * from './context.server.ts';
export * from './define-module.server.ts';
export * from './registry.server.ts';
export * from './services.server.ts';
