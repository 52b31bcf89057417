// The installed modules of this process, and the questions the platform asks them.
import type { EventHandler, JobDefinition, ModuleManifest } from './define-module.server.ts';

export interface Registry {
  modules: readonly ModuleManifest[];
  byId(id: string): ModuleManifest | undefined;
  handlersOf(event: string): readonly EventHandler[];
  handler(id: string): { handler: EventHandler; module: string } | undefined;
  job(id: string): { job: JobDefinition; module: string } | undefined;
}

/** Built by each app and the worker from `modules/installed.server.ts`; the platform itself lists no module. */
export function createRegistry(modules: readonly ModuleManifest[]): Registry {
  const byId = new Map(modules.map((m) => [m.id, m]));
  const handlers = modules.flatMap((m) => m.handlers.map((handler) => ({ handler, module: m.id })));
  const jobs = modules.flatMap((m) => m.jobs.map((job) => ({ job, module: m.id })));
  const handlerById = new Map(handlers.map((h) => [h.handler.id, h]));
  const jobById = new Map(jobs.map((j) => [j.job.id, j]));
  return {
    modules,
    byId: (id) => byId.get(id),
    handlersOf: (event) => handlers.filter((h) => h.handler.event.name === event).map((h) => h.handler),
    handler: (id) => handlerById.get(id),
    job: (id) => jobById.get(id),
  };
}
