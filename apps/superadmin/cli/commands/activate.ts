// tenant activate SLUG
import { setTenantState } from '@zhkh/kernel/tenancy.server';
import type { CommandRun } from '@zhkh/kernel/module.server';
import { regionOf, withRuntime } from '../with-runtime.ts';

const activate: CommandRun = ({ config, args, print }) =>
  withRuntime(config, async (runtime) => {
    const tenant = await regionOf(runtime, args[0]);
    await setTenantState(runtime.control, tenant.slug, 'active');
    print(`${tenant.slug}: active`);
    return 0;
  });

export default activate;
