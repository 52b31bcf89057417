// Checking a company's table: it is kept, announces nothing, and refused rows carry line and field.
import { makeHouse } from '@zhkh/directory/testing';
import { expect } from 'vitest';
import type { Scene } from '../testing/scene.ts';
import { accountOf, addressOf, it, tableOf } from '../testing/it.ts';
import { checkUpload } from './check-upload.server.ts';

const uploadOf = ({ system }: Scene, id: string) =>
  system.db.selectFrom('outage_upload').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
const refusedOf = async (scene: Scene, id: string) =>
  (await uploadOf(scene, id)).refused.map(({ line, field, reason }) => [line, field, reason]);
const row = (address: string, kind = '1', end = '20.03.2026 12:00') =>
  `;${kind};1 2;20.03.2026 09:00;${end};Ремонт стояка;${address}`;

it('right: rows of the own houses are kept, the others refused with line and field; nothing is announced', async ({ here }) => {
  const own = await addressOf(here, here.houses[0]);
  const foreign = await addressOf(here, await makeHouse(here.system));
  const file = tableOf(row(own), row(foreign), row(own, '7'), row(own, '1', '01.03.2026 12:00'), 'одно поле');
  const id = await checkUpload(here.employee, here.companyId, file);
  const kept = await uploadOf(here, id);
  expect(kept).toMatchObject({ company_id: here.companyId, account_id: accountOf(here.employee), announced_at: null });
  expect(kept.rows).toMatchObject([
    { line: 2, services: ['1', '2'], guids: [here.houses[0]], startsAt: '2026-03-20T04:00:00.000Z' },
  ]);
  expect(await refusedOf(here, id)).toEqual([
    [3, 'FiasHouseGUID', 'not-yours'],
    [4, 'OutageKind', 'unknown'],
    [5, 'EndDate', expect.any(String)],
    [6, '', 'field-count'],
  ]);
  const outages = here.system.db.selectFrom('outage').select('id').where('company_id', '=', here.companyId);
  expect(await outages.execute()).toEqual([]);
});

it('refused: who is no staff, a file that is no such table, too many rows', async ({ here }) => {
  const own = await addressOf(here, here.houses[0]);
  for (const ctx of [here.resident, here.system])
    await expect(checkUpload(ctx, here.companyId, tableOf(row(own)))).rejects.toMatchObject({ code: 'outages.not-yours' });
  const noTable = { fileName: 'x.csv', bytes: new TextEncoder().encode('a;b\r\n1;2\r\n') };
  await expect(checkUpload(here.employee, here.companyId, noTable)).rejects.toMatchObject({ kind: 'invalid' });
  const many = tableOf(...Array.from({ length: 2001 }, () => row(own)));
  await expect(checkUpload(here.employee, here.companyId, many)).rejects.toMatchObject({ code: 'outages.too-many-rows' });
  const kept = here.system.db.selectFrom('outage_upload').select('id').where('company_id', '=', here.companyId);
  expect(await kept.execute()).toEqual([]);
});

it('other region: the same address is another house there, none of the company’s here', async ({ here, there }) => {
  const theirs = await addressOf(there, there.houses[0]);
  const id = await checkUpload(here.employee, here.companyId, tableOf(row(`${theirs}, Омск`)));
  expect((await uploadOf(here, id)).rows).toEqual([]);
  expect(await refusedOf(here, id)).toEqual([[2, 'FiasHouseGUID', 'not-yours']]);
});
