// The ground of the module's integration tests: two regions for a file, a scene in each for a test, the clock back on its Monday.
import { listening, type TwoRegions, twoRegions } from '@zhkh/platform/testing';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { installed } from '../../installed.server.ts';
import { fileIn, makeScene, type Scene } from './factories.ts';

export const MONDAY = new Date('2026-03-02T07:00:00Z');
export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** `here` and `there` are scenes of two regions; `complaintId` is a complaint filed in `here`. No test may break an invariant of the tables. */
export const it = test
  .extend('modules', { scope: 'file' }, listening(installed))
  .extend('regions', { scope: 'file' }, async ({ modules }, { onCleanup }): Promise<TwoRegions> => {
    const regions = await twoRegions(modules);
    onCleanup(() => regions.close());
    return regions;
  })
  .extend('here', async ({ regions }, { onCleanup }): Promise<Scene> => {
    regions.clock.set(MONDAY);
    const scene = await makeScene(regions, 'tyumen');
    onCleanup(() => expectInvariants(scene));
    return scene;
  })
  .extend('there', ({ regions }): Promise<Scene> => makeScene(regions, 'omsk'))
  .extend('complaintId', async ({ here }): Promise<string> => (await fileIn(here)).id);

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
