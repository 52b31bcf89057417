// Jobs every region has whatever its modules, and the job of a work: every minute and on a hint.
import { sealLogJob } from '../audit/seal-log.server.ts';
import { sweepFilesJob } from '../files/sweep-files.server.ts';
import { defineJob, type JobDefinition } from '../module/define-module.server.ts';
import { outgoingMessages } from '../notify/outgoing-messages.server.ts';
import type { Work } from '../work/work-types.ts';

export function jobOfWork(work: Work): JobDefinition {
  return defineJob({
    id: work.definition.id,
    timeout: 5 * 60_000,
    attempts: 1,
    cron: '* * * * *',
    async run(ctx, signal) {
      await work.run(ctx, { signal });
    },
  });
}

export const kernelJobs: readonly JobDefinition[] = [jobOfWork(outgoingMessages), sealLogJob, sweepFilesJob];
