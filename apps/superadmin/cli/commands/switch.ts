// tenant switch SLUG MODULE on|off
import { switchModule } from '@zhkh/kernel/flags.server';
import type { CommandRun } from '@zhkh/kernel/module.server';
import { regionOf, registry, withRuntime } from '../with-runtime.ts';

const switchCommand: CommandRun = ({ config, args, print }) =>
  withRuntime(config, async (runtime) => {
    const [slug, module = '', to] = args;
    if (!registry.byId(module) || (to !== 'on' && to !== 'off')) throw new Error('tenant switch SLUG MODULE on|off');
    const tenant = await regionOf(runtime, slug);
    await switchModule(runtime.control, { tenant, module, on: to === 'on', operatorId: null, now: runtime.clock.now() });
    await runtime.flags.refresh();
    const state = (await runtime.flags.statesOf(tenant.id)).find((one) => one.module === module);
    print(`${tenant.slug}: ${module} is ${state?.on ? 'on' : 'off'}${state?.entitled ? '' : ' (not in the plan)'}`);
    return 0;
  });

export default switchCommand;
