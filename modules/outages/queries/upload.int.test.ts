// A checked table as its company sees it: what would be announced, in residents' words, and what would not.
import { asEmployee } from '@zhkh/tools/testing';
import { expect } from 'vitest';
import { announceUpload } from '../commands/announce-upload.server.ts';
import { checkUpload } from '../commands/check-upload.server.ts';
import { addressOf, it as base, tableOf } from '../testing/it.ts';
import { uploadView } from './upload.server.ts';

/** A checked table with one good row and one of no known kind. */
const it = base.extend('uploadId', async ({ here }) => {
  const address = await addressOf(here, here.houses[0]);
  const row = (kind: string) => `;${kind};1;20.03.2026 09:00;20.03.2026 12:00;Ремонт стояка;${address}`;
  return checkUpload(here.employee, here.companyId, tableOf(row('1'), row('7')));
});

it('right: rows in words, refused lines with their reason, and whether it was announced', async ({ here, uploadId }) => {
  const view = await uploadView(here.employee, here.companyId, uploadId);
  expect(view).toMatchObject({
    id: uploadId,
    fileName: 'plan.csv',
    announced: false,
    rows: [{ line: 2, houses: 1, title: expect.stringMatching(/^Не будет холодной воды/) }],
    refused: [{ line: 3, field: 'OutageKind', reason: expect.stringMatching(/[а-я]/) }],
  });
  await announceUpload(here.employee, here.companyId, uploadId);
  expect((await uploadView(here.employee, here.companyId, uploadId))?.announced).toBe(true);
});

it('refused: another company finds no such table', async ({ regions, uploadId }) => {
  const other = await asEmployee(regions, 'tyumen');
  const own = other.actor.kind === 'staff' ? other.actor.organisation.id : '';
  expect(await uploadView(other, own, uploadId)).toBeNull();
});

it('other region: the table is not known there', async ({ here, there, uploadId }) => {
  for (const companyId of [here.companyId, there.companyId])
    expect(await uploadView(there.employee, companyId, uploadId)).toBeNull();
});
