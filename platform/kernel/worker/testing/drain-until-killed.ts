// A worker to be killed: drains one region again and again. Arguments: the config and the region as JSON.
import { createRegistry } from '../../module/registry.server.ts';
import { createRuntime } from '../../runtime/runtime.server.ts';
import { drainRegion } from '../drain.server.ts';
import { probe } from './probe-module.ts';

const [config, slug] = JSON.parse(process.argv[2] ?? '') as [Parameters<typeof createRuntime>[0]['config'], string];
const runtime = createRuntime({ config, registry: createRegistry([probe]), name: 'victim' });
const tenant = await runtime.tenants.bySlug(slug);
if (!tenant) throw new Error('no region');
for (;;) {
  await drainRegion(runtime, tenant);
  await new Promise((resolve) => setTimeout(resolve, 5));
}
