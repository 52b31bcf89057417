// The card of complaints on a resident's home page.
import { asResident } from '@zhkh/tools/testing';
import { expect } from 'vitest';
import { fileIn } from '../testing/factories.ts';
import { HOUR, it } from '../testing/it.ts';
import { residentCard } from './resident-card.server.ts';

it('right: the three newest open ones and how many there are', async ({ regions, here }) => {
  const ids: string[] = [];
  for (let n = 0; n < 4; n += 1) {
    ids.unshift((await fileIn(here)).id);
    regions.clock.advance(HOUR);
  }
  const card = await residentCard(here.resident);
  expect([card?.items.map((item) => item.id), card?.total]).toEqual([ids.slice(0, 3), 4]);
});

it('refused: another resident sees none of them, staff and those without consent no card', async ({
  regions,
  here,
  complaintId,
}) => {
  expect((await residentCard(here.resident))?.items.map((item) => item.id)).toEqual([complaintId]);
  expect(await residentCard(await asResident(regions, 'tyumen'))).toEqual({ items: [], total: 0 });
  for (const ctx of [await asResident(regions, 'tyumen', { consented: false }), here.employee, here.official])
    expect(await residentCard(ctx)).toBeNull();
});

it('other region: its complaints are on no card here', async ({ here, there, complaintId }) => {
  const { id } = await fileIn(there);
  expect((await residentCard(there.resident))?.items.map((item) => item.id)).toEqual([id]);
  expect((await residentCard(here.resident))?.items.map((item) => item.id)).toEqual([complaintId]);
});
