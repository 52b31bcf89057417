// A resident's own complaints: open ones first, nobody else's.
import { asResident, canary, leakProbe, type TwoRegions } from '@zhkh/tools/testing';
import { expect } from 'vitest';
import { withdrawComplaint } from '../commands/withdraw-complaint.server.ts';
import { fileIn } from '../testing/factories.ts';
import { HOUR, it } from '../testing/it.ts';
import { myComplaints } from './my-complaints.server.ts';

it('right: open ones before closed, newest first, page by page', async ({ regions, here }) => {
  const old = (await fileIn(here)).id;
  regions.clock.advance(HOUR);
  const withdrawn = (await fileIn(here)).id;
  await withdrawComplaint(here.resident, { complaintId: withdrawn });
  regions.clock.advance(HOUR);
  const fresh = (await fileIn(here, { flat: '17' })).id;
  const first = await myComplaints(here.resident, { page: 1, size: 2 });
  expect(first).toMatchObject({ items: [{ id: fresh, flat: '17' }, { id: old }], total: 3, open: 2 });
  expect((await myComplaints(here.resident, { page: 2, size: 2 })).items.map((item) => item.id)).toEqual([withdrawn]);
});

it('refused: a neighbour sees none of them, who is no resident has no such list', async ({ regions, here, complaintId }) => {
  const ask = { page: 1, size: 50 };
  expect((await myComplaints(here.resident, ask)).items.map((item) => item.id)).toEqual([complaintId]);
  expect(await myComplaints(await asResident(regions, 'tyumen'), ask)).toEqual({ items: [], total: 0, open: 0 });
  for (const ctx of [here.employee, here.official, here.system])
    await expect(myComplaints(ctx, ask)).rejects.toMatchObject({ kind: 'forbidden' });
});

it('other region: nothing of it is in the list', async ({ regions, here, there }) => {
  await fileIn(here, { body: canary('tyumen'), category: 'other' });
  await fileIn(there, { body: canary('omsk'), category: 'other' });
  const residents = { tyumen: here.resident, omsk: there.resident };
  const who = async (_: TwoRegions, slug: 'tyumen' | 'omsk') => residents[slug];
  await leakProbe(regions, (ctx) => myComplaints(ctx, { page: 1, size: 50 }), who);
  expect((await myComplaints(there.resident, { page: 1, size: 50 })).total).toBe(1);
});
