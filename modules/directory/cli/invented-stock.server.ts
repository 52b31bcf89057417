// Makes a region of invented houses, once, in a database of its own: the ground for trying the address search at full size.
import type { CommandContext, Context } from '@zhkh/kernel/module.server';
import { bootstrap, migrateAllRegions, openOwnerAccess, provisionRegion, recordRegion } from '@zhkh/kernel/tenancy.server';
import { fillStock } from '../commands/fill-stock.server.ts';

const SLUG = 'stock';

/** A stock that stopped half-way is made anew by deleting its folder. */
export async function inventedStock({ config, note, region }: CommandContext, houses: number): Promise<Context> {
  if (config.mode === 'production') throw new Error('Invented houses exist in the local mode only');
  const access = openOwnerAccess(config);
  try {
    await bootstrap(access, config);
    await migrateAllRegions(access);
    await recordRegion(access, config, {
      slug: SLUG,
      name: 'Вымышленный фонд',
      nameEn: 'Invented stock',
      subjectCode: '72',
      timeZone: 'Asia/Yekaterinburg',
      brand: { hue: 252, chroma: 0.098, logoFileKey: null },
      modules: [],
      hosts: [`${SLUG}.${config.apps.portal.host}`],
      plan: 'region-plus',
    });
    await provisionRegion(access, config, SLUG);
    const ctx = await region(SLUG);
    const known = await ctx.db.selectFrom('house').select('id').limit(1).executeTakeFirst();
    if (known) return ctx;
    note(`making ${houses} houses, once`);
    await fillStock((text) => access.migrator.unsafe(text), ctx.tenant.schema, houses);
    return ctx;
  } finally {
    await access.close();
  }
}
