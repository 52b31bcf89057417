// What waits for an official: houses to find, complaints handed over, companies to call.
import { canary, leakProbe } from '@zhkh/tools/testing';
import { expect } from 'vitest';
import { fileComplaint } from '../commands/file-complaint.server.ts';
import { redirectComplaint } from '../commands/redirect-complaint.server.ts';
import { complaintInput, fileIn, makeScene } from '../testing/factories.ts';
import { it, strangersIn } from '../testing/it.ts';
import { authorityQueue } from './authority-queue.server.ts';

it('right: unknown houses, handed over complaints and calls, each with what is needed; nothing else', async ({
  regions,
  here,
}) => {
  const unknown = await fileComplaint(here.resident, complaintInput({ typedAddress: 'Новая, 1' }));
  const handed = await fileIn(here);
  await redirectComplaint(here.employee, { complaintId: handed.id, reason: 'Опора городская' });
  const call = await fileIn(await makeScene(regions, 'tyumen', { email: null, cabinet: false }));
  const usual = await fileIn(here);
  const queue = await authorityQueue(here.official);
  const seen = (id: string) => queue.find((item) => item.id === id);
  expect(seen(unknown.id)).toMatchObject({ kind: 'unknown-house', address: 'Новая, 1', phone: null });
  expect(seen(handed.id)).toMatchObject({ kind: 'unmanaged', number: handed.number });
  expect(seen(call.id)).toMatchObject({ kind: 'call', phone: '+7 (3452) 00-00-00' });
  expect(seen(usual.id)).toBeUndefined();
});

it('refused: residents, companies and officials of other territories', async ({ regions, here, complaintId }) => {
  await redirectComplaint(here.employee, { complaintId, reason: 'Опора городская' });
  expect((await authorityQueue(here.official)).map((item) => item.id)).toContain(complaintId);
  for (const ctx of [here.resident, here.employee, ...(await strangersIn(regions))])
    expect(await authorityQueue(ctx)).toEqual([]);
});

it('other region: its queue is its own', async ({ regions, here, there }) => {
  await fileComplaint(here.resident, complaintInput({ typedAddress: canary('tyumen') }));
  await fileComplaint(there.resident, complaintInput({ typedAddress: canary('omsk') }));
  expect(JSON.stringify(await authorityQueue(there.official))).toContain(canary('omsk'));
  await leakProbe(regions, authorityQueue);
});
