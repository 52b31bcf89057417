// tenant resume SLUG
import { openOwnerAccess, provisionRegion } from '@zhkh/kernel/tenancy.server';
import type { Command } from '../command.ts';

const resume: Command = async ({ config, args, say }) => {
  const access = openOwnerAccess(config);
  try {
    const slug = args[0] ?? '';
    await provisionRegion(access, config, slug, { onStep: (step, ms) => say(`${slug}: ${step} (${Math.round(ms)} ms)`) });
    return 0;
  } finally {
    await access.close();
  }
};

export default resume;
