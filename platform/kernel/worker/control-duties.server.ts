// Runs the worker's duties above the regions: creates wished ones, checks foreign privileges once a day.
import type { Runtime } from '../runtime/runtime.server.ts';
import { runIsolationCheck } from '../tenancy/run-isolation-check.server.ts';
import { provisionPending } from './provision-pending.server.ts';

const DAY_MS = 86_400_000;

async function checkWallDaily(runtime: Runtime): Promise<void> {
  const last = await runtime.control.selectFrom('isolation_check').select('at').orderBy('at', 'desc').limit(1).executeTakeFirst();
  if (last && runtime.clock.now().getTime() - last.at.getTime() < DAY_MS) return;
  const report = await runIsolationCheck(runtime.config);
  if (report.failures.length > 0)
    runtime.log.error({ failures: report.failures.slice(0, 20) }, 'a login reaches a foreign schema');
}

export async function controlDuties(runtime: Runtime): Promise<void> {
  await provisionPending(runtime);
  await checkWallDaily(runtime);
}
