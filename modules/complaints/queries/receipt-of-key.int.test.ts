// The complaint that a form's key has become, for its author.
import { newId } from '@zhkh/kernel/db.server';
import { asResident } from '@zhkh/tools/testing';
import { expect } from 'vitest';
import { complaintInput, fileIn } from '../testing/factories.ts';
import { it } from '../testing/it.ts';
import { complaintOfKey } from './receipt-of-key.server.ts';

it('right: leads the author from the key to the complaint', async ({ here }) => {
  const { idempotencyKey } = complaintInput();
  const { id } = await fileIn(here, { idempotencyKey });
  expect(await complaintOfKey(here.resident, idempotencyKey)).toBe(id);
  expect(await complaintOfKey(here.resident, newId())).toBeNull();
});

it('refused: another resident with the same key gets the own one or none; staff none', async ({ regions, here }) => {
  const { idempotencyKey } = complaintInput();
  const { id } = await fileIn(here, { idempotencyKey });
  const other = await asResident(regions, 'tyumen');
  for (const ctx of [other, here.employee, here.official, here.system])
    expect(await complaintOfKey(ctx, idempotencyKey)).toBeNull();
  const { id: own } = await fileIn({ ...here, resident: other }, { idempotencyKey });
  expect([await complaintOfKey(other, idempotencyKey), own === id]).toEqual([own, false]);
});

it('other region: the same key is nothing there', async ({ here, there }) => {
  const { idempotencyKey } = complaintInput();
  await fileIn(here, { idempotencyKey });
  expect(await complaintOfKey(there.resident, idempotencyKey)).toBeNull();
});
