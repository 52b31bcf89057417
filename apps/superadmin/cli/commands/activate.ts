// tenant activate SLUG
import { setTenantState } from '@zhkh/kernel/tenancy.server';
import { type Command, regionOf, withRuntime } from '../command.ts';

const activate: Command = ({ config, args, say }) =>
  withRuntime(config, async (runtime) => {
    const tenant = await regionOf(runtime, args[0]);
    await setTenantState(runtime.control, tenant.slug, 'active');
    say(`${tenant.slug}: active`);
    return 0;
  });

export default activate;
