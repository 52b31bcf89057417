// Fixtures of the integration tests: two regions a file, a scene in each a test, the clock set to a Monday.
import type { Context } from '@zhkh/kernel/module.server';
import { asEmployee, asOfficial, asResident, listening, type TwoRegions, twoRegions } from '@zhkh/tools/testing';
import { expect, test } from 'vitest';
import { installed } from '../../installed.server.ts';
import { announceOutage } from '../commands/announce-outage.server.ts';
import { announcement, makeScene, type Scene } from './scene.ts';

/** Noon in Tyumen. */
export const NOON = new Date('2026-03-02T07:00:00Z');
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;

/** `here` and `there` are scenes of two regions; `outageId` is an outage its company has announced in `here`. */
export const it = test
  .extend('modules', { scope: 'file' }, listening(installed))
  .extend('regions', { scope: 'file' }, async ({ modules }, { onCleanup }): Promise<TwoRegions> => {
    const regions = await twoRegions(modules);
    onCleanup(() => regions.close());
    return regions;
  })
  .extend('noon', { auto: true }, ({ regions }): Date => {
    regions.clock.set(NOON);
    return NOON;
  })
  .extend('here', ({ regions }): Promise<Scene> => makeScene(regions, 'tyumen'))
  .extend('there', ({ regions }): Promise<Scene> => makeScene(regions, 'omsk'))
  .extend('outageId', ({ here }): Promise<string> => announceIn(here));

/** The scene's company announces; returns the outage. */
export async function announceIn(scene: Scene, more: Parameters<typeof announcement>[1] = {}): Promise<string> {
  return (await announceOutage(scene.employee, announcement(scene, more))).id;
}

/** Id of the account of whoever acts. */
export function accountOf({ actor }: Context): string {
  if (actor.kind !== 'resident' && actor.kind !== 'staff') throw new Error('Nobody with an account in the region');
  return actor.accountId;
}

export const outageRow = ({ system }: Scene, id: string) =>
  system.db.selectFrom('outage').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

export const changesOf = ({ system }: Scene, id: string) =>
  system.db.selectFrom('outage_change').selectAll().where('outage_id', '=', id).orderBy('revision').execute();

export const readerOf = ({ system }: Scene, ctx: Context) =>
  system.db.selectFrom('outage_reader').selectAll().where('account_id', '=', accountOf(ctx)).executeTakeFirst();

/** Houses the person follows. */
export async function followedBy({ system }: Scene, ctx: Context): Promise<string[]> {
  const rows = system.db.selectFrom('outage_subscription').select('house_id').where('account_id', '=', accountOf(ctx));
  return (await rows.orderBy('house_id').execute()).map((row) => row.house_id);
}

/** The token in the letter that asks the owner of this address. */
export async function askedToken({ system }: Scene, email: string): Promise<string> {
  const letters = system.db.selectFrom('outgoing_message').select('text').where('recipient', '=', email);
  const texts = await letters.where('purpose', '=', 'outages.confirm').execute();
  return /confirm\/([\w-]+)/.exec(texts.at(-1)?.text ?? '')?.[1] ?? '';
}

/** Staff of the same region who have nothing to do with the scene, and a resident. */
export async function strangersIn(regions: TwoRegions): Promise<Context[]> {
  return [
    await asEmployee(regions, 'tyumen'),
    await asOfficial(regions, 'tyumen', { territories: ['00000'] }),
    await asResident(regions, 'tyumen'),
  ];
}

/** The work leaves nothing behind: the outage and its history are as they were. */
export async function expectUntouched(scene: Scene, id: string, work: () => Promise<void>): Promise<void> {
  const kept = async () => ({ outage: await outageRow(scene, id), history: await changesOf(scene, id) });
  const before = await kept();
  await work();
  expect(await kept()).toEqual(before);
}

export const addressOf = async ({ system }: Scene, houseId: string): Promise<string> =>
  (await system.db.selectFrom('house').select('address').where('id', '=', houseId).executeTakeFirstOrThrow()).address;

const COLUMNS = 'OutageReportGUID;OutageKind;ServiceCode;StartDate;EndDate;OutageReason;HouseAddress';

/** A table of outages as a company uploads it. */
export const tableOf = (...rows: string[]): { fileName: string; bytes: Uint8Array } => ({
  fileName: 'plan.csv',
  bytes: new TextEncoder().encode([COLUMNS, ...rows].join('\r\n')),
});
