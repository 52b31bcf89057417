// A company with two houses, a resident who follows one of them, an official: the ground of the tests.
import { makeCompany, makeHouse } from '@zhkh/directory/testing';
import { newId } from '@zhkh/kernel/db.server';
import { drainRegion } from '@zhkh/kernel/worker.server';
import type { Context, JobContext } from '@zhkh/kernel/module.server';
import { asEmployee, asOfficial, asResident, type RegionSlug, systemIn, type TwoRegions } from '@zhkh/tools/testing';
import type { Announcement } from '../core/prepare-outage.server.ts';
import { subscribe } from '../commands/subscribe.server.ts';
import { tellings } from '../core/tellings.server.ts';

export interface Scene {
  companyId: string;
  houses: [string, string];
  employee: Context;
  official: Context;
  resident: Context;
  system: JobContext;
}

export async function makeScene(regions: TwoRegions, slug: RegionSlug): Promise<Scene> {
  const system = await systemIn(regions, slug);
  const companyId = await makeCompany(system);
  const houses: [string, string] = [await makeHouse(system, { companyId }), await makeHouse(system, { companyId })];
  const resident = await asResident(regions, slug);
  await subscribe(resident, houses[0]);
  return {
    companyId,
    houses,
    resident,
    system,
    employee: await asEmployee(regions, slug, { companyId, admin: true }),
    official: await asOfficial(regions, slug),
  };
}

/** 2026-03-02 12:00 to 15:00 in Tyumen: under way when the tests' clock stands still. */
export const announcement = (scene: Pick<Scene, 'companyId'>, more: Partial<Announcement> = {}): Announcement => ({
  idempotencyKey: newId(),
  companyId: scene.companyId,
  kind: 'emergency',
  type: 'PAUSE',
  services: ['1'],
  startsAt: '2026-03-02T12:00',
  endsAt: '2026-03-02T15:00',
  reason: 'accident-house',
  reasonText: '',
  info: '',
  scope: 'all',
  filter: '',
  houses: [],
  ...more,
});

/** What the worker does: handlers of events, then the tellings. */
export async function work(regions: TwoRegions, system: JobContext): Promise<void> {
  await drainRegion(regions.runtime, system.tenant);
  await tellings.run(system);
}

export async function sentTo(system: Context, accountId: string) {
  return system.db
    .selectFrom('outgoing_message')
    .select(['channel', 'subject', 'text', 'purpose', 'key', 'unsubscribe_url'])
    .where('key', 'like', `outages.%.${accountId}.%`)
    .orderBy('created_at')
    .orderBy('key')
    .execute();
}
