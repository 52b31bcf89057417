// Where a reading thread starts: plain JavaScript that takes every module of ours from the process, types
// already stripped. A stripper of its own would cost each thread 13 MB.
import { registerHooks } from 'node:module';
import { workerData } from 'node:worker_threads';

const { entry, sources } = workerData;
registerHooks({
  load(url, context, next) {
    const source = sources.get(url);
    return source === undefined ? next(url, context) : { format: 'module', source, shortCircuit: true };
  },
});
await import(entry);
