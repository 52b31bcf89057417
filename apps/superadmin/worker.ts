// The worker process: events, jobs and schedules of all regions. Web processes never do this work.
import { loadConfig } from '@zhkh/platform/config.server';
import { startWorker } from '@zhkh/platform/jobs.server';
import { endWithParent } from '@zhkh/platform/local.server';
import { createRegistry, createRuntime } from '@zhkh/platform/module.server';
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
