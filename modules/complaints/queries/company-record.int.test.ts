// How a company answers, in public: numbers alone, none while they are few, of that company only.
import { makeCompany } from '@zhkh/directory/testing';
import { anonymousIn } from '@zhkh/tools/testing';
import { expect } from 'vitest';
import { rateComplaint } from '../commands/rate-complaint.server.ts';
import { fileIn } from '../testing/factories.ts';
import { answerIn, DAY, it } from '../testing/it.ts';
import { companyRecord } from './company-record.server.ts';

it('right: what is open, answers in time and the mean grade, from five on and for half a year', async ({ regions, here }) => {
  const anybody = await anonymousIn(regions, 'tyumen');
  const late = (await fileIn(here)).id;
  for (const grade of [5, 4, 3, 5]) {
    const { id } = await fileIn(here);
    await answerIn(here, id);
    await rateComplaint(here.resident, { complaintId: id, grade, comment: '' });
  }
  expect(await companyRecord(anybody, here.companyId)).toEqual({ open: 1, onTime: null, grade: null, grades: 4 });
  regions.clock.advance(30 * DAY);
  await answerIn(here, late);
  await rateComplaint(here.resident, { complaintId: late, grade: 1, comment: '' });
  expect(await companyRecord(anybody, here.companyId)).toEqual({ open: 0, onTime: 0.8, grade: 3.6, grades: 5 });
  regions.clock.advance(190 * DAY);
  expect(await companyRecord(anybody, here.companyId)).toEqual({ open: 0, onTime: null, grade: null, grades: 0 });
});

it('refused: nothing of another company is counted', async ({ regions, here, complaintId }) => {
  await answerIn(here, complaintId);
  await rateComplaint(here.resident, { complaintId, grade: 5, comment: '' });
  await fileIn(here);
  const other = await makeCompany(here.system);
  const nothing = { open: 0, onTime: null, grade: null, grades: 0 };
  expect(await companyRecord(await anonymousIn(regions, 'tyumen'), other)).toEqual(nothing);
});

it('other region: its companies have no record here', async ({ regions, here, there }) => {
  await fileIn(there);
  await fileIn(here);
  const nothing = { open: 0, onTime: null, grade: null, grades: 0 };
  expect(await companyRecord(await anonymousIn(regions, 'tyumen'), there.companyId)).toEqual(nothing);
  expect((await companyRecord(await anonymousIn(regions, 'omsk'), there.companyId)).open).toBe(1);
});
