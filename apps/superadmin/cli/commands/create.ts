// tenant create SLUG NAME NAME_EN CODE ZONE HOST [PLAN]
import { openOwnerAccess, provisionRegion, recordRegion } from '@zhkh/kernel/tenancy.server';
import type { CommandRun } from '@zhkh/kernel/module.server';

const create: CommandRun = async ({ config, args, print }) => {
  const [slug = '', name = '', nameEn = '', subjectCode = '', timeZone = '', host = '', plan = 'region'] = args;
  const access = openOwnerAccess(config);
  try {
    const brand = { hue: 220, chroma: 0.1, logoFileKey: null };
    await recordRegion(access, config, { slug, name, nameEn, subjectCode, timeZone, brand, hosts: [host], plan });
    await provisionRegion(access, config, slug, { onStep: (step, ms) => print(`${slug}: ${step} (${Math.round(ms)} ms)`) });
    return 0;
  } finally {
    await access.close();
  }
};

export default create;
