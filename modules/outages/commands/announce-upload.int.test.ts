// A checked table becomes outages: each row once, by its own company.
import { asEmployee } from '@zhkh/tools/testing';
import { expect } from 'vitest';
import type { Scene } from '../testing/scene.ts';
import { addressOf, it as base, tableOf } from '../testing/it.ts';
import { announceUpload } from './announce-upload.server.ts';
import { checkUpload } from './check-upload.server.ts';

/** A checked table of two rows. */
const it = base.extend('uploadId', async ({ here }) => {
  const address = await addressOf(here, here.houses[0]);
  const rows = [
    `;1;1 2;20.03.2026 09:00;20.03.2026 12:00;Ремонт стояка;${address}`,
    `;1;4;21.03.2026 09:00;21.03.2026 12:00;Щитовая;${address}`,
  ];
  return checkUpload(here.employee, here.companyId, tableOf(...rows));
});

const outagesOf = ({ system, companyId }: Scene) =>
  system.db
    .selectFrom('outage')
    .select(['services', 'house_count', 'reason_text', 'kind'])
    .where('company_id', '=', companyId)
    .orderBy('starts_at')
    .execute();
const announcedAt = async ({ system }: Scene, id: string) =>
  (await system.db.selectFrom('outage_upload').select('announced_at').where('id', '=', id).executeTakeFirstOrThrow())
    .announced_at;

it('right: each row is an outage, once however often it is pressed', async ({ regions, here, uploadId }) => {
  expect(await announceUpload(here.employee, here.companyId, uploadId)).toBe(2);
  expect(await announceUpload(here.employee, here.companyId, uploadId)).toBe(0);
  expect(await outagesOf(here)).toEqual([
    { services: ['1', '2'], house_count: 1, reason_text: 'Ремонт стояка', kind: 'planned' },
    { services: ['4'], house_count: 1, reason_text: 'Щитовая', kind: 'planned' },
  ]);
  expect(await announcedAt(here, uploadId)).toEqual(regions.clock.now());
});

it('refused: another company, under its own name and under the scene’s', async ({ regions, here, uploadId }) => {
  const other = await asEmployee(regions, 'tyumen');
  const own = other.actor.kind === 'staff' ? other.actor.organisation.id : '';
  for (const companyId of [own, here.companyId])
    await expect(announceUpload(other, companyId, uploadId)).rejects.toMatchObject({ kind: 'notFound' });
  expect([await outagesOf(here), await announcedAt(here, uploadId)]).toEqual([[], null]);
});

it('other region: the table is not known there', async ({ here, there, uploadId }) => {
  for (const companyId of [here.companyId, there.companyId])
    await expect(announceUpload(there.employee, companyId, uploadId)).rejects.toMatchObject({ kind: 'notFound' });
  expect([await outagesOf(here), await outagesOf(there)]).toEqual([[], []]);
});
