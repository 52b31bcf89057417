// An official notes a call to a company that has neither cabinet nor e-mail.
import { expect } from 'vitest';
import { fileIn, makeScene } from '../testing/factories.ts';
import { complaintOf, deliveriesOf, expectUntouched, it as base, strangersIn, trailOf } from '../testing/it.ts';
import { recordCall } from './record-call.server.ts';

/** A complaint to a company that can only be called. */
const it = base.extend('silent', async ({ regions, here }) => {
  const scene = await makeScene(regions, 'tyumen', { email: null, cabinet: false });
  return { ...scene, official: here.official, callId: (await fileIn(scene)).id };
});

it('right: a call nobody answered is noted and waits, one that got through delivers', async ({ regions, silent }) => {
  const { official, callId } = silent;
  await recordCall(official, { complaintId: callId, outcome: 'no-answer' });
  expect(await deliveriesOf(silent, callId)).toEqual(['call:waiting']);
  expect((await complaintOf(silent, callId)).status).toBe('sent');
  await recordCall(official, { complaintId: callId, outcome: 'reached' });
  expect(await deliveriesOf(silent, callId)).toEqual(['call:done']);
  expect((await complaintOf(silent, callId)).status).toBe('delivered');
  expect(await trailOf(silent, callId)).toEqual(['filed', 'call-needed', 'call-missed', 'called']);
  const call = silent.system.db.selectFrom('complaint_delivery').selectAll().where('complaint_id', '=', callId);
  expect(await call.execute()).toMatchObject([{ tries: 2, sent_at: regions.clock.now() }]);
});

it('refused: the author, companies, an official of another territory, and where no call waits', async ({
  regions,
  here,
  silent,
  complaintId,
}) => {
  const people = [silent.resident, silent.employee, here.employee, ...(await strangersIn(regions))];
  await expectUntouched(silent, silent.callId, async () => {
    for (const ctx of people)
      await expect(recordCall(ctx, { complaintId: silent.callId, outcome: 'reached' })).rejects.toMatchObject({
        kind: 'notFound',
      });
  });
  await expectUntouched(here, complaintId, async () => {
    await expect(recordCall(here.official, { complaintId, outcome: 'reached' })).rejects.toMatchObject({ kind: 'notFound' });
  });
});

it('other region: its official has called nobody here', async ({ there, silent }) => {
  await expectUntouched(silent, silent.callId, async () => {
    await expect(recordCall(there.official, { complaintId: silent.callId, outcome: 'reached' })).rejects.toMatchObject({
      kind: 'notFound',
    });
  });
});
