// Two figures of the front page: solved in a month, and answers in time once there are enough of them.
import { anonymousIn } from '@zhkh/tools/testing';
import { expect } from 'vitest';
import { confirmOutcome } from '../commands/confirm-outcome.server.ts';
import { fileIn, type Scene } from '../testing/factories.ts';
import { answerIn, DAY, it, MONDAY } from '../testing/it.ts';
import { regionNumbers } from './region-numbers.server.ts';

async function solve(scene: Scene): Promise<void> {
  const { id } = await fileIn(scene);
  await answerIn(scene, id);
  await confirmOutcome(scene.resident, { complaintId: id, comment: '' });
}

it('right: solved ones of thirty days; the share of answers in time from twenty on', async ({ regions, here }) => {
  expect(await regionNumbers(here.system)).toBeNull();
  for (let n = 0; n < 19; n += 1) await solve(here);
  expect(await regionNumbers(here.system)).toEqual({ solved: 19, onTime: null });
  const late = await fileIn(here);
  regions.clock.advance(29 * DAY);
  await answerIn(here, late.id);
  expect(await regionNumbers(here.system)).toEqual({ solved: 19, onTime: 0.95 });
  regions.clock.advance(2 * DAY);
  expect(await regionNumbers(here.system)).toBeNull();
});

it('refused: two numbers and nothing of anybody, whoever asks', async ({ regions, here }) => {
  regions.clock.set(new Date(MONDAY.getTime() + 100 * DAY));
  await solve(here);
  for (const ctx of [await anonymousIn(regions, 'tyumen'), here.resident, here.official])
    expect(await regionNumbers(ctx)).toEqual({ solved: 1, onTime: null });
});

it('other region: what it has solved is not counted', async ({ regions, here, there }) => {
  regions.clock.set(new Date(MONDAY.getTime() + 200 * DAY));
  await solve(there);
  expect(await regionNumbers(here.system)).toBeNull();
  expect(await regionNumbers(there.system)).toEqual({ solved: 1, onTime: null });
});
