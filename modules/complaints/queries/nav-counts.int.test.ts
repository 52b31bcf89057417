// Numbers beside the sections of a cabinet.
import { anonymousIn } from '@zhkh/tools/testing';
import { expect } from 'vitest';
import { redirectComplaint } from '../commands/redirect-complaint.server.ts';
import { fileIn } from '../testing/factories.ts';
import { answerIn, DAY, it, strangersIn } from '../testing/it.ts';
import { navCounts } from './nav-counts.server.ts';

it('right: a company sees what waits for it and how much of it is late', async ({ regions, here }) => {
  await fileIn(here);
  regions.clock.advance(30 * DAY);
  await fileIn(here);
  await answerIn(here, (await fileIn(here)).id);
  expect(await navCounts(here.employee)).toEqual({ '/company/inbox': { count: 2, late: 1 } });
});

it('right: an official sees the queue of the own territory', async ({ district }) => {
  const { id } = await fileIn(district);
  await fileIn(district);
  await redirectComplaint(district.employee, { complaintId: id, reason: 'Опора городская' });
  expect(await navCounts(district.official)).toEqual({ '/authority/queue': { count: 1 } });
});

it('refused: residents have no counts, other companies and territories count none of these', async ({
  regions,
  here,
  complaintId,
}) => {
  expect(await navCounts(here.employee)).toEqual({ '/company/inbox': { count: 1, late: 0 } });
  await redirectComplaint(here.employee, { complaintId, reason: 'Опора городская' });
  await fileIn(here);
  const [resident, company, official] = await strangersIn(regions);
  expect(await navCounts(resident ?? here.employee)).toBeNull();
  expect(await navCounts(await anonymousIn(regions, 'tyumen'))).toBeNull();
  expect(await navCounts(company ?? here.employee)).toEqual({ '/company/inbox': { count: 0, late: 0 } });
  expect(await navCounts(official ?? here.employee)).toEqual({ '/authority/queue': { count: 0 } });
});

it('other region: it counts its own only', async ({ here, there }) => {
  const { id } = await fileIn(there);
  await fileIn(there);
  await redirectComplaint(there.employee, { complaintId: id, reason: 'Опора городская' });
  await fileIn(here);
  const before = await navCounts(here.official);
  await redirectComplaint(there.employee, { complaintId: (await fileIn(there)).id, reason: 'Опора городская' });
  expect(await navCounts(here.official)).toEqual(before);
  expect(await navCounts(there.official)).toEqual({ '/authority/queue': { count: 2 } });
});
