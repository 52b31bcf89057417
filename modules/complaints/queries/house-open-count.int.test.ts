// The public number of a house: what is open, what was solved in a year.
import { makeHouse } from '@zhkh/directory/testing';
import { anonymousIn } from '@zhkh/tools/testing';
import { expect } from 'vitest';
import { confirmOutcome } from '../commands/confirm-outcome.server.ts';
import { fileIn } from '../testing/factories.ts';
import { answerIn, DAY, it } from '../testing/it.ts';
import { houseOpenCount } from './house-open-count.server.ts';

it('right: open and solved ones of the last year', async ({ regions, here }) => {
  const solved = (await fileIn(here)).id;
  await answerIn(here, solved);
  await confirmOutcome(here.resident, { complaintId: solved, comment: '' });
  await answerIn(here, (await fileIn(here)).id);
  await fileIn(here);
  expect(await houseOpenCount(here.resident, here.houseId)).toEqual({ open: 2, closedInYear: 1 });
  regions.clock.advance(366 * DAY);
  expect(await houseOpenCount(here.resident, here.houseId)).toEqual({ open: 0, closedInYear: 0 });
});

it('refused: two bare numbers of the asked house, whoever asks; a neighbour’s are not among them', async ({ regions, here }) => {
  await fileIn(here, { contactName: 'Ольга Петрова' });
  const neighbour = await makeHouse(here.system, { companyId: here.companyId });
  for (const ctx of [await anonymousIn(regions, 'tyumen'), here.official]) {
    expect(await houseOpenCount(ctx, here.houseId)).toEqual({ open: 1, closedInYear: 0 });
    expect(await houseOpenCount(ctx, neighbour)).toEqual({ open: 0, closedInYear: 0 });
  }
});

it('other region: its house has no number here', async ({ here, there }) => {
  await fileIn(there);
  expect(await houseOpenCount(here.system, there.houseId)).toEqual({ open: 0, closedInYear: 0 });
  expect(await houseOpenCount(there.system, there.houseId)).toEqual({ open: 1, closedInYear: 0 });
});
