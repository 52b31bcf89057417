// Jobs every region has whatever its modules: the worker adds them to those of the manifests.
import { sweepFilesJob } from '../files/sweep-files.server.ts';
import type { JobDefinition } from '../module/define-module.server.ts';
import { sendMessagesJob } from '../notify/send-messages.server.ts';

export const kernelJobs: readonly JobDefinition[] = [sendMessagesJob, sweepFilesJob];
