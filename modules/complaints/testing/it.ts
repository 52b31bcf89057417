// Fixtures of the integration tests: two regions a file, a scene in each a test, the clock set to a Monday.
import type { Context } from '@zhkh/kernel/module.server';
import { asEmployee, asOfficial, asResident, listening, type TwoRegions, twoRegions } from '@zhkh/tools/testing';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { installed } from '../../installed.server.ts';
import { answerComplaint } from '../commands/answer-complaint.server.ts';
import type { PhotoRef } from '../domain/photo-ref.ts';
import { fileIn, makeScene, type Scene } from './factories.ts';

export const MONDAY = new Date('2026-03-02T07:00:00Z');
export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

let districts = 72_000;

/**
 * `here` and `there` are scenes of two regions; `complaintId` is a complaint filed in `here`. `district` is a scene with an official
 * of its own district: lists and counts of that official begin with nothing. No test may break an invariant of the tables.
 */
export const it = test
  .extend('modules', { scope: 'file' }, listening(installed))
  .extend('regions', { scope: 'file' }, async ({ modules }, { onCleanup }): Promise<TwoRegions> => {
    const regions = await twoRegions(modules);
    onCleanup(() => regions.close());
    return regions;
  })
  .extend('monday', { auto: true }, ({ regions }): Date => {
    regions.clock.set(MONDAY);
    return MONDAY;
  })
  .extend('here', async ({ regions }, { onCleanup }): Promise<Scene> => {
    const scene = await makeScene(regions, 'tyumen');
    onCleanup(() => expectInvariants(scene));
    return scene;
  })
  .extend('district', async ({ regions }): Promise<Scene> => {
    const oktmo = `${(districts += 1)}000`;
    const scene = await makeScene(regions, 'tyumen', { oktmo });
    return { ...scene, official: await asOfficial(regions, 'tyumen', { territories: [oktmo.slice(0, 5)] }) };
  })
  .extend('there', ({ regions }): Promise<Scene> => makeScene(regions, 'omsk'))
  .extend('complaintId', async ({ here }): Promise<string> => (await fileIn(here)).id);

/** Id of the account of whoever acts. */
export function accountOf({ actor }: Context): string {
  if (actor.kind !== 'resident' && actor.kind !== 'staff') throw new Error('Nobody with an account in the region');
  return actor.accountId;
}

export const complaintOf = ({ system }: Scene, id: string) =>
  system.db.selectFrom('complaint').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

/** Kinds of the records on the trail, in their order. */
export async function trailOf(scene: Scene, id: string): Promise<string[]> {
  return (await recordsOf(scene, id)).map((one) => one.kind);
}

/** `channel:state` of every delivery, round after round. */
export async function deliveriesOf({ system }: Scene, id: string): Promise<string[]> {
  const rows = system.db.selectFrom('complaint_delivery').select(['channel', 'state']).where('complaint_id', '=', id);
  return (await rows.orderBy('round').orderBy('channel').execute()).map((one) => `${one.channel}:${one.state}`);
}

export const recordsOf = ({ system }: Scene, id: string) =>
  system.db.selectFrom('complaint_event').selectAll().where('complaint_id', '=', id).orderBy('at').orderBy('id').execute();

/** The scene's company answers. */
export const answerIn = (scene: Scene, complaintId: string): Promise<void> =>
  answerComplaint(scene.employee, { complaintId, body: 'Заменили светильник', photos: [] });

/** People of the same region who have nothing to do with the scene: another resident, company, territory. */
export async function strangersIn(regions: TwoRegions): Promise<Context[]> {
  return [
    await asResident(regions, 'tyumen'),
    await asEmployee(regions, 'tyumen'),
    await asOfficial(regions, 'tyumen', { territories: ['71999'] }),
  ];
}

const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';

/** A photo uploaded by this person, belonging to nothing yet. */
export async function photoBy(ctx: Context): Promise<PhotoRef> {
  const file = await ctx.files.savePhoto({ bytes: Buffer.from(PIXEL, 'base64'), fileName: 'x.png', purpose: 'complaint' });
  return { fileId: file.id, width: file.width, height: file.height };
}

/** The work leaves nothing behind: the complaint, its trail, its deliveries, answers and grade are as they were. */
export async function expectUntouched(scene: Scene, id: string, work: () => Promise<void>): Promise<void> {
  const before = await kept(scene, id);
  await work();
  expect(await kept(scene, id)).toEqual(before);
}

async function expectInvariants({ system }: Scene): Promise<void> {
  for (const name of ['delivery', 'trail', 'answer', 'grade', 'closed']) {
    const broken = await sql`select * from ${sql.table(`invariant_complaints_${name}`)}`.execute(system.db);
    expect([name, broken.rows]).toEqual([name, []]);
  }
}

async function kept(scene: Scene, id: string) {
  const { db } = scene.system;
  return {
    complaint: await complaintOf(scene, id),
    trail: await recordsOf(scene, id),
    deliveries: await db.selectFrom('complaint_delivery').selectAll().where('complaint_id', '=', id).orderBy('id').execute(),
    answers: await db.selectFrom('complaint_answer').selectAll().where('complaint_id', '=', id).execute(),
    grades: await db.selectFrom('complaint_grade').selectAll().where('complaint_id', '=', id).execute(),
  };
}
