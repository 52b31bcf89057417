// An official finds the house of a complaint: its company gets it, the clocks start then.
import { makeHouse } from '@zhkh/directory/testing';
import { newId } from '@zhkh/kernel/db.server';
import { expect } from 'vitest';
import { complaintInput } from '../testing/factories.ts';
import { complaintOf, DAY, deliveriesOf, expectUntouched, it as base, MONDAY, strangersIn, trailOf } from '../testing/it.ts';
import { addressComplaint } from './address-complaint.server.ts';
import { fileComplaint } from './file-complaint.server.ts';

/** About a house nobody has found yet. */
const it = base.extend('queuedId', async ({ here }) => {
  const { id } = await fileComplaint(here.resident, complaintInput({ typedAddress: 'Новая, 1' }));
  return id;
});

it('right: the company of the house gets it, and both clocks start at that moment', async ({ regions, here, queuedId }) => {
  regions.clock.advance(DAY);
  await addressComplaint(here.official, { complaintId: queuedId, house: here.houseId });
  const row = await complaintOf(here, queuedId);
  expect(row).toMatchObject({ status: 'delivered', addressee: 'company', company_id: here.companyId, house_id: here.houseId });
  expect(row).toMatchObject({ round: 1, municipality: '71701', oktmo: '71701000' });
  expect(row.clock_started_at.getTime()).toBe(MONDAY.getTime() + DAY);
  expect(row.answer_due_at).not.toBeNull();
  expect(row.repair_due_at).not.toBeNull();
  expect(await trailOf(here, queuedId)).toEqual(['filed', 'queued', 'addressed', 'cabinet']);
  expect(await deliveriesOf(here, queuedId)).toEqual(['cabinet:done', 'letter:waiting']);
});

it('refused: the author, a company, an official of another territory; a house that is none or has no company', async ({
  regions,
  here,
  queuedId,
}) => {
  const people = [here.resident, here.employee, ...(await strangersIn(regions))];
  const unmanaged = await makeHouse(here.system, { companyId: null });
  await expectUntouched(here, queuedId, async () => {
    for (const ctx of people)
      await expect(addressComplaint(ctx, { complaintId: queuedId, house: here.houseId })).rejects.toMatchObject({
        kind: 'notFound',
      });
    await expect(addressComplaint(here.official, { complaintId: queuedId, house: newId() })).rejects.toMatchObject({
      fields: { house: { key: 'complaints:errors.house' } },
    });
    await expect(addressComplaint(here.official, { complaintId: queuedId, house: unmanaged })).rejects.toMatchObject({
      fields: { house: { key: 'complaints:errors.unmanaged' } },
    });
  });
});

it('refused: a complaint its company already has', async ({ here, complaintId }) => {
  await expectUntouched(here, complaintId, async () => {
    await expect(addressComplaint(here.official, { complaintId, house: here.houseId })).rejects.toMatchObject({
      kind: 'conflict',
    });
  });
});

it('other region: neither its official nor its house is of use here', async ({ here, there, queuedId }) => {
  await expectUntouched(here, queuedId, async () => {
    await expect(addressComplaint(there.official, { complaintId: queuedId, house: there.houseId })).rejects.toMatchObject({
      kind: 'notFound',
    });
    await expect(addressComplaint(here.official, { complaintId: queuedId, house: there.houseId })).rejects.toMatchObject({
      code: 'complaints.house',
    });
  });
});
