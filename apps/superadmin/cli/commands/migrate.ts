// tenant migrate
import { openOwnerAccess } from '@zhkh/kernel/tenancy.server';
import type { Command } from '../command.ts';
import { migrateAll } from '../migrate-all.ts';

const migrate: Command = async ({ config, say }) => {
  const access = openOwnerAccess(config);
  try {
    return (await migrateAll(access, config, say)) === 0 ? 0 : 1;
  } finally {
    await access.close();
  }
};

export default migrate;
