// Taking into work on PostgreSQL: where the norm says so, this reaction stops the clock of the answer.
import { expect } from 'vitest';
import { companyInbox } from '../queries/company-inbox.server.ts';
import { inboxQuery } from '../domain/inbox-query.ts';
import { fileIn } from '../testing/factories.ts';
import { complaintOf, expectUntouched, HOUR, it, recordsOf, strangersIn } from '../testing/it.ts';
import { takeIntoWork } from './take-into-work.server.ts';

it('right: it is in work with its performer, and opened', async ({ regions, here, complaintId }) => {
  regions.clock.advance(HOUR);
  await takeIntoWork(here.employee, { complaintId, performer: 'Ершов' });
  expect(await complaintOf(here, complaintId)).toMatchObject({
    status: 'in_work',
    performer: 'Ершов',
    opened_at: regions.clock.now(),
    answer_stopped_at: null,
  });
  const last = (await recordsOf(here, complaintId)).at(-1);
  expect(last).toMatchObject({ kind: 'taken', actor_kind: 'company', actor_label: 'Сотрудник', detail: { performer: 'Ершов' } });
});

it('right: the first reaction counts where the norm says so, and late is called late', async ({ regions, here }) => {
  const { id } = await fileIn(here, { category: 'sewer.blocked' });
  regions.clock.advance(4 * 60_000);
  await takeIntoWork(here.employee, { complaintId: id, performer: '' });
  expect(await complaintOf(here, id)).toMatchObject({ performer: 'Сотрудник', answer_stopped_at: regions.clock.now() });
  regions.clock.advance(3 * HOUR);
  const { items } = await companyInbox(here.employee, inboxQuery.parse({ tab: 'late' }));
  expect(items.map((item) => [item.id, item.pill.kind])).toEqual([[id, 'late']]);
});

it('refused: the author, the authority and strangers; and what is in work already', async ({ regions, here, complaintId }) => {
  const people = [here.resident, here.official, ...(await strangersIn(regions))];
  await expectUntouched(here, complaintId, async () => {
    for (const ctx of people)
      await expect(takeIntoWork(ctx, { complaintId, performer: '' })).rejects.toMatchObject({ kind: 'notFound' });
  });
  await takeIntoWork(here.employee, { complaintId, performer: '' });
  await expect(takeIntoWork(here.employee, { complaintId, performer: '' })).rejects.toMatchObject({ kind: 'conflict' });
});

it('other region: its company takes nothing here', async ({ here, there, complaintId }) => {
  await expectUntouched(here, complaintId, async () => {
    await expect(takeIntoWork(there.employee, { complaintId, performer: '' })).rejects.toMatchObject({ kind: 'notFound' });
  });
});
