// Runs the check of the wall between regions now; the page shows its result like that of the nightly run.
import type { Config } from '@zhkh/kernel/config.server';
import type { ControlContext } from '@zhkh/kernel/http.server';
import { runIsolationCheck } from '@zhkh/kernel/tenancy.server';
import { noteAction } from './note-action.server.ts';

export async function askIsolationCheck(control: ControlContext, config: Config): Promise<void> {
  await runIsolationCheck(config);
  await noteAction(control, { action: 'isolation.asked', subject: 'isolation', region: null });
}
