// tenant suspend SLUG
import { setTenantState } from '@zhkh/kernel/tenancy.server';
import { type Command, regionOf, withRuntime } from '../command.ts';

const suspend: Command = ({ config, args, say }) =>
  withRuntime(config, async (runtime) => {
    const tenant = await regionOf(runtime, args[0]);
    await setTenantState(runtime.control, tenant.slug, 'suspended');
    say(`${tenant.slug}: suspended`);
    return 0;
  });

export default suspend;
