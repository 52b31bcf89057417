// The worker process: events, jobs and schedules of all regions. Web processes never do this work.
import { loadConfig } from '@zhkh/kernel/config.server';
import { startWorker } from '@zhkh/kernel/worker.server';
import { endWithParent } from '@zhkh/tools/local.server';
import { createRegistry } from '@zhkh/kernel/module.server';
import { createRuntime } from '@zhkh/kernel/runtime.server';
import { installed } from '../../modules/installed.server.ts';

endWithParent();
const config = loadConfig();
const runtime = createRuntime({ config, registry: createRegistry(installed), name: 'worker' });
const worker = startWorker({ runtime, healthPort: config.apps.worker.port });

let stopping = false;
async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  await worker.stop();
  process.exit(0);
}
process.on('SIGTERM', stop);
process.on('SIGINT', stop);
