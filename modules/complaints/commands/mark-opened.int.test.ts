// The first look of the company proves the delivery; nobody else's does.
import { expect } from 'vitest';
import { complaintOf, deliveriesOf, expectUntouched, HOUR, it, strangersIn, trailOf } from '../testing/it.ts';
import { fileIn, makeScene, type Scene } from '../testing/factories.ts';
import { markOpened } from './mark-opened.server.ts';

const looksAt = ({ system }: Scene, id: string) =>
  system.db.selectFrom('complaint_delivery').select(['opened_at', 'escalate_at']).where('complaint_id', '=', id).execute();

it('right: the first look is kept, nobody has to call any more; the second changes nothing', async ({
  regions,
  here,
  complaintId,
}) => {
  regions.clock.advance(HOUR);
  const opened = regions.clock.now();
  await markOpened(here.employee, complaintId);
  expect(await complaintOf(here, complaintId)).toMatchObject({ status: 'delivered', opened_at: opened });
  expect(await looksAt(here, complaintId)).toEqual([
    { opened_at: opened, escalate_at: null },
    { opened_at: opened, escalate_at: null },
  ]);
  expect(await trailOf(here, complaintId)).toEqual(['filed', 'cabinet', 'opened']);
  regions.clock.advance(HOUR);
  await expectUntouched(here, complaintId, async () => {
    await markOpened(here.employee, complaintId);
  });
});

it('right: what was only sent is delivered by the look', async ({ regions }) => {
  const silent = await makeScene(regions, 'tyumen', { cabinet: false });
  const { id } = await fileIn(silent);
  expect([(await complaintOf(silent, id)).status, await deliveriesOf(silent, id)]).toEqual(['sent', ['letter:waiting']]);
  const first = await makeScene(regions, 'tyumen');
  await silent.system.write((w) =>
    w.db.updateTable('complaint').set({ company_id: first.companyId }).where('id', '=', id).execute(),
  );
  await markOpened(first.employee, id);
  expect((await complaintOf(silent, id)).status).toBe('delivered');
});

it('refused: the author, the authority and strangers prove nothing by looking', async ({ regions, here, complaintId }) => {
  const [, company] = await strangersIn(regions);
  await expectUntouched(here, complaintId, async () => {
    for (const ctx of [here.resident, here.official]) await markOpened(ctx, complaintId).catch(() => undefined);
    await expect(markOpened(company ?? here.resident, complaintId)).rejects.toMatchObject({ kind: 'notFound' });
  });
});

it('other region: its company has not seen it', async ({ here, there, complaintId }) => {
  await expectUntouched(here, complaintId, async () => {
    await expect(markOpened(there.employee, complaintId)).rejects.toMatchObject({ kind: 'notFound' });
  });
});
