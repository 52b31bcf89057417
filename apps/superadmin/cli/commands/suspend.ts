// tenant suspend SLUG
import { setTenantState } from '@zhkh/kernel/tenancy.server';
import type { CommandRun } from '@zhkh/kernel/module.server';
import { regionOf, withRuntime } from '../with-runtime.ts';

const suspend: CommandRun = ({ config, args, print }) =>
  withRuntime(config, async (runtime) => {
    const tenant = await regionOf(runtime, args[0]);
    await setTenantState(runtime.control, tenant.slug, 'suspended');
    print(`${tenant.slug}: suspended`);
    return 0;
  });

export default suspend;
