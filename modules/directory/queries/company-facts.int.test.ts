// What the tax service says of a company: the newest extract, what it changed, income, staff, small business.
import { newId } from '@zhkh/kernel/db.server';
import { leakProbe } from '@zhkh/tools/testing';
import { expect } from 'vitest';
import { makeImport } from '../testing/facts.ts';
import { makeCompany } from '../testing/factories.ts';
import { it, type Place } from '../testing/it.ts';
import { companyFacts } from './company-facts.server.ts';

const NOTHING = { registration: null, finance: [], staff: [], sme: null };

/** Two extracts, two years, one month among small businesses. */
async function tellAll({ system }: Place, companyId: string): Promise<string> {
  const importId = await makeImport(system, { connector: 'egrul', file: 'egrul.zip', day: '2026-02-02' });
  const told = { company_id: companyId, import_id: importId, import_line: 4, import_entry: 'VO_1.XML' };
  const extract = { ...told, register: 'egrul', address_unreliable: false, okved: '68.32.1', address: 'г. Тюмень' } as const;
  await system.write(async (w) => {
    await w.db
      .insertInto('company_registration')
      .values([
        {
          ...extract,
          id: newId(),
          fact_date: '2025-11-10',
          seen_on: '2025-12-01',
          name: 'ООО «А»',
          status: 'active',
          capital: 10_000,
          content: '1',
        },
        {
          ...extract,
          id: newId(),
          fact_date: '2026-01-15',
          seen_on: '2026-02-02',
          name: 'ООО «А»',
          status: 'liquidating',
          capital: 20_000,
          content: '2',
        },
      ])
      .execute();
    for (const year of [2024, 2025]) {
      const row = { ...told, year, fact_date: `${year}-12-31`, published_on: '2026-02-01' };
      await w.db
        .insertInto('company_finance')
        .values({ ...row, id: newId(), income: year * 1000, expense: 5.5 })
        .execute();
      await w.db
        .insertInto('company_staff')
        .values({ ...row, id: newId(), count: year - 2000 })
        .execute();
    }
    await w.db
      .insertInto('company_sme')
      .values({
        ...told,
        id: newId(),
        fact_date: '2026-01-10',
        seen_on: '2026-01-10',
        category: 'small',
        staff: 25,
        content: '1',
      })
      .execute();
  });
  return importId;
}

it('right: the newest extract with what it changed, years newest first, each with its file', async ({ here }) => {
  const importId = await tellAll(here, here.companyId);
  const source = { connector: 'egrul', file: 'egrul.zip, VO_1.XML', line: 4, importId };
  expect(await companyFacts(here.resident, here.companyId)).toMatchObject({
    registration: {
      status: 'liquidating',
      okved: '68.32.1',
      capital: 20_000,
      source: { ...source, date: '2026-02-02' },
      changes: [
        { on: '2026-01-15', field: 'status', before: 'active', after: 'liquidating' },
        { on: '2026-01-15', field: 'capital', before: '10000', after: '20000' },
      ],
    },
    finance: [
      { year: 2025, income: 2_025_000, expense: 5.5, source: { ...source, date: '2025-12-31' } },
      { year: 2024, income: 2_024_000 },
    ],
    staff: [
      { year: 2025, count: 25 },
      { year: 2024, count: 24 },
    ],
    sme: { category: 'small', staff: 25, goneBy: null, source: { ...source, date: '2026-01-10' } },
  });
});

it('right: a company the newest set no longer names is gone by its day', async ({ here }) => {
  const importId = await tellAll(here, here.companyId);
  const other = await makeCompany(here.system);
  const row = { id: newId(), company_id: other, fact_date: '2026-02-10', seen_on: '2026-02-10', content: '1' };
  await here.system.write((w) =>
    w.db
      .insertInto('company_sme')
      .values({ ...row, category: 'micro', import_id: importId, import_line: 1 })
      .execute(),
  );
  expect((await companyFacts(here.resident, here.companyId)).sme).toMatchObject({ category: 'small', goneBy: '2026-02-10' });
  expect((await companyFacts(here.resident, other)).sme).toMatchObject({ category: 'micro', goneBy: null });
});

it('refused: facts of another company, and of one that is none', async ({ here }) => {
  await tellAll(here, await makeCompany(here.system));
  expect(await companyFacts(here.resident, here.companyId)).toEqual(NOTHING);
  expect(await companyFacts(here.official, newId())).toEqual(NOTHING);
});

it('other region: nothing of its company is known here', async ({ regions, here, there }) => {
  await tellAll(there, there.companyId);
  expect(await companyFacts(here.official, there.companyId)).toEqual(NOTHING);
  expect((await companyFacts(there.official, there.companyId)).finance).toHaveLength(2);
  await leakProbe(regions, (ctx) => companyFacts(ctx, ctx.tenant.slug === 'omsk' ? here.companyId : there.companyId));
});
