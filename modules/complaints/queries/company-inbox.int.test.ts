// The inbox of a company: its queues, filters and counts, and nobody else's complaints.
import { canary, leakProbe } from '@zhkh/tools/testing';
import { makeHouse } from '@zhkh/directory/testing';
import { expect } from 'vitest';
import { confirmOutcome } from '../commands/confirm-outcome.server.ts';
import { takeIntoWork } from '../commands/take-into-work.server.ts';
import { inboxQuery } from '../domain/inbox-query.ts';
import { fileIn } from '../testing/factories.ts';
import { answerIn, DAY, HOUR, it, strangersIn } from '../testing/it.ts';
import { companyInbox } from './company-inbox.server.ts';

const ask = (filter: Partial<ReturnType<typeof inboxQuery.parse>> = {}) => ({ ...inboxQuery.parse({}), ...filter });

it('right: four queues with their counts, filters by words, house and performer', async ({ regions, here }) => {
  const second = await makeHouse(here.system, { companyId: here.companyId });
  const ids = {
    light: (await fileIn(here)).id,
    lift: (await fileIn(here, { house: second, category: 'lift.stopped', body: 'Лифт стоит' })).id,
    waits: (await fileIn(here)).id,
    closed: (await fileIn(here)).id,
  };
  await takeIntoWork(here.employee, { complaintId: ids.light, performer: 'Ершов' });
  await answerIn(here, ids.waits);
  await answerIn(here, ids.closed);
  await confirmOutcome(here.resident, { complaintId: ids.closed, comment: '' });
  const found = async (filter: Parameters<typeof ask>[0]) =>
    (await companyInbox(here.employee, ask(filter))).items.map((item) => item.id).sort();
  expect(await found({})).toEqual([ids.light, ids.lift].sort());
  expect(await found({ tab: 'waiting' })).toEqual([ids.waits]);
  expect(await found({ tab: 'closed' })).toEqual([ids.closed]);
  expect(await found({ q: 'лифт' })).toEqual([ids.lift]);
  expect(await found({ house: second })).toEqual([ids.lift]);
  expect(await found({ performer: 'Ершов' })).toEqual([ids.light]);
  regions.clock.advance(30 * DAY);
  const inbox = await companyInbox(here.employee, ask({ tab: 'late' }));
  expect(inbox.counts).toEqual({ active: 2, late: 2, waiting: 1, closed: 1 });
  expect([inbox.total, inbox.performers, inbox.houses.length]).toEqual([2, ['Ершов'], 2]);
});

it('right: sorts by the next date and by the day of filing, both ways', async ({ regions, here }) => {
  const slow = (await fileIn(here)).id;
  regions.clock.advance(HOUR);
  const urgent = (await fileIn(here, { category: 'lift.stopped', body: 'Лифт стоит' })).id;
  const order = async (sort: 'due' | '-due' | 'filed' | '-filed') =>
    (await companyInbox(here.employee, ask({ sort }))).items.map((item) => item.id);
  expect(await order('due')).toEqual([urgent, slow]);
  expect(await order('-due')).toEqual([slow, urgent]);
  expect(await order('filed')).toEqual([slow, urgent]);
  expect(await order('-filed')).toEqual([urgent, slow]);
});

it('right: the share of answers in time is shown from five answers on', async ({ regions, here }) => {
  for (let n = 0; n < 4; n += 1) await answerIn(here, (await fileIn(here)).id);
  const late = (await fileIn(here)).id;
  expect((await companyInbox(here.employee, ask())).onTime).toBeNull();
  regions.clock.advance(30 * DAY);
  await answerIn(here, late);
  expect((await companyInbox(here.employee, ask())).onTime).toBe(0.8);
});

it('refused: another company, residents and officials have no such inbox', async ({ regions, here, complaintId }) => {
  expect((await companyInbox(here.employee, ask())).items.map((item) => item.id)).toEqual([complaintId]);
  for (const ctx of [here.resident, here.official, ...(await strangersIn(regions))])
    expect(await companyInbox(ctx, ask())).toMatchObject({
      items: [],
      total: 0,
      counts: { active: 0, late: 0, waiting: 0, closed: 0 },
      houses: [],
      performers: [],
    });
});

it('other region: nothing of it is in the inbox', async ({ regions, here, there }) => {
  await fileIn(here, { body: canary('tyumen'), category: 'other' });
  await fileIn(there, { body: canary('omsk'), category: 'other' });
  expect(JSON.stringify(await companyInbox(there.employee, ask()))).toContain(canary('omsk'));
  await leakProbe(regions, (ctx) => companyInbox(ctx, ask()));
});
