// tenant resume SLUG
import { openOwnerAccess, provisionRegion } from '@zhkh/kernel/tenancy.server';
import type { CommandRun } from '@zhkh/kernel/module.server';

const resume: CommandRun = async ({ config, args, print }) => {
  const access = openOwnerAccess(config);
  try {
    const slug = args[0] ?? '';
    await provisionRegion(access, config, slug, { onStep: (step, ms) => print(`${slug}: ${step} (${Math.round(ms)} ms)`) });
    return 0;
  } finally {
    await access.close();
  }
};

export default resume;
