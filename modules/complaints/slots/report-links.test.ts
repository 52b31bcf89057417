// Where pages of others may link to the form of a complaint.
import type { Context } from '@zhkh/kernel/module.server';
import { expect, it } from 'vitest';
import { reportFromHome, reportHouse, reportTypedAddress } from './report-links.server.ts';

const seenBy = (kind: 'resident' | 'staff' | 'anonymous') => ({ actor: { kind }, t: (key: string) => key }) as unknown as Context;

it('offers a resident to report this very house', async () => {
  expect(await reportHouse(seenBy('resident'), { houseId: 'h1' })).toEqual({
    label: 'complaints:house.report',
    to: '/complaints/new?house=h1',
  });
});

it.each(['staff', 'anonymous'] as const)('offers a house to no %s', async (kind) => {
  expect(await reportHouse(seenBy(kind), { houseId: 'h1' })).toBeNull();
});

it('offers the empty form at home and where the search found no house', async () => {
  expect((await reportFromHome(seenBy('resident'))).to).toBe('/complaints/new');
  expect(await reportTypedAddress(seenBy('anonymous'))).toMatchObject({ to: '/complaints/new', note: expect.any(String) });
});
