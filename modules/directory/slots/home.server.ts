// Server half of what the directory puts on a resident's home and the region's front page.
import type { Context } from '@zhkh/kernel/module.server';
import type { Figure } from '@zhkh/ui/app-slots';
import { bareCity, plateNumber } from '../domain/address-search/place-words.ts';
import { managerOf } from '../queries/manager-of.server.ts';
import { residence } from '../queries/residence.server.ts';

export interface PlateData {
  home: { houseId: string; city: string; street: string; number: string; flat: string | null } | null;
  manager: { companyId: string; shortName: string } | null;
}

export async function homePlateOf(ctx: Context, accountId: string): Promise<PlateData> {
  const home = await residence(ctx, accountId);
  if (!home) return { home: null, manager: null };
  const manager = await managerOf(ctx, home.houseId);
  return {
    home: {
      houseId: home.houseId,
      city: bareCity(home.city),
      street: home.street,
      number: plateNumber(home.number),
      flat: home.flat,
    },
    manager: manager && { companyId: manager.companyId, shortName: manager.shortName },
  };
}

export async function homeCallsOf(ctx: Context, accountId: string): Promise<{ dispatcher: string | null }> {
  const home = await residence(ctx, accountId);
  const manager = home && (await managerOf(ctx, home.houseId));
  return { dispatcher: manager?.dispatcherPhone ?? null };
}

export async function frontFigures(ctx: Context): Promise<Figure[]> {
  const { houses, companies, flats, date } = await regionNumbers(ctx);
  const asOf = date === null ? {} : { date };
  return [
    { label: ctx.t('directory:front.houses'), value: houses, to: '/houses', ...asOf },
    { label: ctx.t('directory:front.companies'), value: companies, ...asOf },
    { label: ctx.t('directory:front.flats'), value: flats, ...asOf },
  ];
}

export async function regionNumbers(
  ctx: Context,
): Promise<{ houses: number; companies: number; flats: number; date: string | null }> {
  const [houses, companies, source] = await Promise.all([
    ctx.db
      .selectFrom('house')
      .select((eb) => [eb.fn.countAll<number>().as('count'), eb.fn.sum<number | null>('flats').as('flats')])
      .executeTakeFirstOrThrow(),
    ctx.db
      .selectFrom('company')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow(),
    ctx.db
      .selectFrom('import_source')
      .select('day')
      .where('connector', '=', 'ozhf')
      .where('loaded_at', 'is not', null)
      .orderBy('day', 'desc')
      .limit(1)
      .executeTakeFirst(),
  ]);
  return { houses: houses.count, companies: companies.count, flats: houses.flats ?? 0, date: source?.day ?? null };
}
