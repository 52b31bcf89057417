// Server door of the module contract: the manifest, the request context, handlers and jobs.
export * from './context.server.ts';
export * from './define-command.server.ts';
export * from './define-module.server.ts';
export * from './registry.server.ts';
export * from './services.server.ts';
export type { RequestFacts, RuntimeParts } from './parts.server.ts';
export { createRuntime, type Runtime, type RuntimeOptions } from './runtime.server.ts';
export { saveSettings } from './settings.server.ts';
