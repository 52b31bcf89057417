// The demo cabinet belongs to a company that manages a house of the region; a region without houses has none.
import { systemIn, type TwoRegions, twoRegions } from '@zhkh/tools/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import imports from '@zhkh/imports/module';
import directory from '../module.server.ts';
import { seed } from '../seed.server.ts';
import { findDemoCompany } from './demo-company.server.ts';

let regions: TwoRegions;
beforeAll(async () => {
  regions = await twoRegions([imports, directory]);
});
afterAll(() => regions.close());

it('is found among those that manage a house of the same region', async () => {
  const [tyumen, omsk] = [await systemIn(regions, 'tyumen'), await systemIn(regions, 'omsk')];
  expect(await findDemoCompany(tyumen)).toBeNull();
  await seed(tyumen, { size: 'small' });
  const company = await findDemoCompany(tyumen);
  const managed = await tyumen.db.selectFrom('management').select('company_id').execute();
  expect(managed.map((row) => row.company_id)).toContain(company?.id);
  expect(await findDemoCompany(omsk)).toBeNull();
});
