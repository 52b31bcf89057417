// tenant drift
import { findDrift, openOwnerAccess } from '@zhkh/kernel/tenancy.server';
import type { Command } from '../command.ts';

const drift: Command = async ({ config, say }) => {
  const access = openOwnerAccess(config);
  try {
    const found = await findDrift(access.migrator);
    for (const { schema, difference } of found) say(`${schema}\t${difference}`);
    if (found.length === 0) say('all regions have the same schema');
    return found.length === 0 ? 0 : 1;
  } finally {
    await access.close();
  }
};

export default drift;
