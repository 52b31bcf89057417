// One turn of one region's events; the worker then gives the next region its turn.
import { eventDeliveries } from '../events/event-deliveries.server.ts';
import type { Runtime } from '../runtime/runtime.server.ts';
import type { Tenant } from '../tenancy/tenant.ts';
import type { WorkReport } from '../work/work-types.ts';

export type DrainReport = WorkReport;

const TURN_MS = 2000;

/** Many workers may run it at once. */
export async function drainRegion(runtime: Runtime, tenant: Tenant, signal?: AbortSignal): Promise<DrainReport> {
  const ctx = await runtime.systemContext(tenant);
  return eventDeliveries(runtime.registry).run(ctx, { turn: TURN_MS, ...(signal && { signal }) });
}
