// The week of the authority in numbers, each counted by hand beside it.
import { asOfficial, leakProbe } from '@zhkh/tools/testing';
import { expect } from 'vitest';
import { confirmOutcome } from '../commands/confirm-outcome.server.ts';
import { redirectComplaint } from '../commands/redirect-complaint.server.ts';
import { refuteOutcome } from '../commands/refute-outcome.server.ts';
import { fileIn, makeScene } from '../testing/factories.ts';
import { answerIn, DAY, it, strangersIn } from '../testing/it.ts';
import { authorityOverview } from './authority-overview.server.ts';

it('right: three weeks of a district', async ({ regions, district }) => {
  const [solved, handed, again] = [await fileIn(district), await fileIn(district), await fileIn(district)];
  await fileIn(district);
  await redirectComplaint(district.employee, { complaintId: handed.id, reason: 'Опора городская' });
  regions.clock.advance(DAY);
  await answerIn(district, solved.id);
  await confirmOutcome(district.resident, { complaintId: solved.id, comment: '' });
  // Sunday, 22 March: the fourth is overdue since the 9th, `again` is answered late and refuted, one more is filed.
  regions.clock.advance(19 * DAY);
  expect(await authorityOverview(district.official)).toMatchObject({ overdueNow: 2, overdueWeekAgo: 2 });
  await answerIn(district, again.id);
  await refuteOutcome(district.resident, { complaintId: again.id, reason: 'Снова темно' });
  await fileIn(district);
  regions.clock.advance(1);
  const seen = await authorityOverview(district.official);
  expect(seen).toMatchObject({
    overdueNow: 1,
    answers: { inTime: 0, all: 1 },
    answersBefore: { inTime: 0, all: 0 },
    filed: 1,
    topGroup: { share: 1 },
    confirmed: 0,
    checked: 1,
    undelivered: 0,
    queue: 1,
  });
  expect(seen.companies.map(({ id, late, share }) => [id, late, share])).toEqual([[district.companyId, 1, 1 / 3]]);
  expect(seen.weeks.slice(-3)).toEqual([
    { monday: '2026-03-02', share: 1 },
    { monday: '2026-03-09', share: null },
    { monday: '2026-03-16', share: 0 },
  ]);
});

it('right: counts companies that have to be called', async ({ regions }) => {
  const silent = await makeScene(regions, 'tyumen', { email: null, cabinet: false, oktmo: '71887000' });
  await fileIn(silent);
  const official = await asOfficial(regions, 'tyumen', { territories: ['71887'] });
  expect(await authorityOverview(official)).toMatchObject({ undelivered: 1, filed: 1 });
});

it('refused: residents, companies and other territories count nothing', async ({ regions, here }) => {
  await fileIn(here);
  expect((await authorityOverview(here.official)).filed).toBeGreaterThan(0);
  regions.clock.advance(30 * DAY);
  expect((await authorityOverview(here.official)).overdueNow).toBeGreaterThan(0);
  for (const ctx of [here.resident, here.employee, ...(await strangersIn(regions))])
    expect(await authorityOverview(ctx)).toMatchObject({ filed: 0, overdueNow: 0, queue: 0, undelivered: 0, companies: [] });
});

it('other region: its complaints are not counted', async ({ regions, here, there }) => {
  const before = await authorityOverview(here.official);
  await fileIn(there);
  expect(await authorityOverview(here.official)).toEqual(before);
  expect((await authorityOverview(there.official)).filed).toBe(1);
  await leakProbe(regions, authorityOverview);
});
