// Every work of a region: the kernel's own and those of the installed modules.
import { eventDeliveries } from '../events/event-deliveries.server.ts';
import type { Registry } from '../module/registry.server.ts';
import { outgoingMessages } from '../notify/outgoing-messages.server.ts';
import type { Work } from '../work/work-types.ts';
import { jobRuns } from './job-runs.server.ts';

export function worksOf(registry: Registry): readonly Work[] {
  return [eventDeliveries(registry), outgoingMessages, jobRuns, ...registry.modules.flatMap((module) => module.works ?? [])];
}
