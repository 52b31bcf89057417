// Every job a region may have: those of the modules and those of the kernel, which run whatever the modules.
import { purgeAuth } from '../auth/purge.server.ts';
import { clearDelivered } from './clear-delivered.server.ts';
import { defineJob, type JobDefinition } from '../module/define-module.server.ts';
import type { ModuleManifest } from '../module/define-module.server.ts';
import type { Registry } from '../module/registry.server.ts';
import { jobOfWork, kernelJobs } from './kernel-jobs.server.ts';
import { clearRuns } from './runs.server.ts';

export interface KnownJob {
  job: JobDefinition;
  /** null = the kernel's: runs in every region. */
  module: string | null;
}

const DAY_MS = 86_400_000;

const tidy = defineJob({
  id: 'platform.tidy',
  timeout: 60_000,
  attempts: 3,
  cron: '15 3 * * *',
  async run(ctx) {
    const now = ctx.clock.now().getTime();
    await clearDelivered(ctx, new Date(now - 7 * DAY_MS));
    await clearRuns(ctx.db, new Date(now - 3 * DAY_MS));
    await purgeAuth(ctx);
  },
});

export interface KnownJobs {
  byId(id: string): KnownJob | undefined;
  withCron: readonly KnownJob[];
}

export function knownJobs(registry: Registry): KnownJobs {
  const kernel: KnownJob[] = [...kernelJobs, tidy].map((job) => ({ job, module: null }));
  const modules = registry.modules.flatMap((module) => jobsOf(module).map((job): KnownJob => ({ job, module: module.id })));
  const all = new Map([...kernel, ...modules].map((known) => [known.job.id, known]));
  return { byId: (id) => all.get(id), withCron: [...all.values()].filter((known) => known.job.cron !== undefined) };
}

/** A job under the id of a work runs it in the module's own way. */
function jobsOf({ jobs, works = [] }: ModuleManifest): JobDefinition[] {
  const own = works.filter(({ definition }) => definition.run && !jobs.some((job) => job.id === definition.id));
  return [...jobs, ...own.map(jobOfWork)];
}

export const isOn = (known: KnownJob, modules: ReadonlySet<string>) => known.module === null || modules.has(known.module);
