// tenant drift
import { findDrift, openOwnerAccess } from '@zhkh/kernel/tenancy.server';
import type { CommandRun } from '@zhkh/kernel/module.server';

const drift: CommandRun = async ({ config, print }) => {
  const access = openOwnerAccess(config);
  try {
    const found = await findDrift(access.migrator);
    for (const { schema, difference } of found) print(`${schema}\t${difference}`);
    if (found.length === 0) print('all regions have the same schema');
    return found.length === 0 ? 0 : 1;
  } finally {
    await access.close();
  }
};

export default drift;
