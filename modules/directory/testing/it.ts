// The ground of the module's integration tests: two regions for a file, a place in each for a test, the clock back on its Monday.
import type { Context, JobContext } from '@zhkh/kernel/module.server';
import { asEmployee, asOfficial, asResident, type RegionSlug, systemIn, type TwoRegions, twoRegions } from '@zhkh/tools/testing';
import { test } from 'vitest';
import { installed } from '../../installed.server.ts';
import { makeCompany, makeHouse } from './factories.ts';

export const MONDAY = new Date('2026-03-02T07:00:00Z');
export const DAY = 24 * 3_600_000;

/** A company, a house it manages since 2020, and people around them. */
export interface Place {
  companyId: string;
  houseId: string;
  resident: Context;
  employee: Context;
  official: Context;
  system: JobContext;
}

/** `here` and `there` are places of two regions. */
export const it = test
  .extend('modules', { scope: 'file' }, [...installed])
  .extend('regions', { scope: 'file' }, async ({ modules }, { onCleanup }): Promise<TwoRegions> => {
    const regions = await twoRegions(modules);
    onCleanup(() => regions.close());
    return regions;
  })
  .extend('monday', { auto: true }, ({ regions }): Date => {
    regions.clock.set(MONDAY);
    return MONDAY;
  })
  .extend('here', ({ regions }): Promise<Place> => makePlace(regions, 'tyumen'))
  .extend('there', ({ regions }): Promise<Place> => makePlace(regions, 'omsk'));

async function makePlace(regions: TwoRegions, slug: RegionSlug): Promise<Place> {
  const system = await systemIn(regions, slug);
  const companyId = await makeCompany(system);
  return {
    companyId,
    houseId: await makeHouse(system, { companyId, since: '2020-01-01' }),
    system,
    resident: await asResident(regions, slug),
    employee: await asEmployee(regions, slug, { companyId }),
    official: await asOfficial(regions, slug),
  };
}

/** Id of the account of whoever acts. */
export function accountOf({ actor }: Context): string {
  if (actor.kind !== 'resident' && actor.kind !== 'staff') throw new Error('Nobody with an account in the region');
  return actor.accountId;
}

/** A colleague in the same authority. */
export async function colleagueOf(regions: TwoRegions, official: Context): Promise<Context> {
  const authorityId = official.actor.kind === 'staff' ? official.actor.organisation.id : '';
  return asOfficial(regions, 'tyumen', { authorityId });
}
