// Door of the runtime: one process's databases, regions and switches, and the contexts built from them.
export type { RequestFacts, RuntimeParts } from './parts.server.ts';
export { createRuntime, type Runtime, type RuntimeOptions } from './runtime.server.ts';
export * from './services.server.ts';
export { saveSettings } from './settings.server.ts';
