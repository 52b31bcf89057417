// A region of invented houses in a database of its own, made once: the ground for trying the address search at full size.
import type { Config } from '@zhkh/kernel/config.server';
import { openOwnerAccess, provisionRegion, recordRegion } from '@zhkh/kernel/tenancy.server';
import { fillStock } from '../../../modules/installed.server.ts';
import { withRuntime } from './command.ts';
import { migrateAll } from './migrate-all.ts';

const SLUG = 'stock';

/** Gives the region's slug. A stock that stopped half-way is made anew by deleting its folder. */
export async function syntheticRegion(config: Config, houses: number, say: (line: string) => void): Promise<string> {
  if (config.mode === 'production') throw new Error('Invented houses exist in the local mode only');
  const access = openOwnerAccess(config);
  try {
    if ((await migrateAll(access, config, say)) > 0) throw new Error('The database could not be migrated');
    await recordRegion(access, config, {
      slug: SLUG,
      name: 'Вымышленный фонд',
      nameEn: 'Invented stock',
      subjectCode: '72',
      timeZone: 'Asia/Yekaterinburg',
      brand: { hue: 252, chroma: 0.098, logoFileKey: null },
      modules: ['directory'],
      hosts: [`${SLUG}.${config.apps.portal.host}`],
      plan: 'region-plus',
    });
    await provisionRegion(access, config, SLUG);
    const schema = await withRuntime(config, async (runtime) => (await runtime.tenants.bySlug(SLUG))?.schema ?? '');
    const [known] = await access.migrator.unsafe<{ some: boolean }[]>(`select exists (select from "${schema}".house) as some`);
    if (known?.some) return SLUG;
    say(`making ${houses} houses, once`);
    await fillStock((text) => access.migrator.unsafe(text), schema, houses);
    return SLUG;
  } finally {
    await access.close();
  }
}
