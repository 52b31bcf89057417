// The register of companies: what each manages in the official's territory, its licence, income and staff.
import { newId } from '@zhkh/kernel/db.server';
import { asOfficial, leakProbe } from '@zhkh/tools/testing';
import { expect } from 'vitest';
import { companyRegisterQuery } from '../domain/register-query.ts';
import { makeImport } from '../testing/facts.ts';
import { makeCompany, makeHouse } from '../testing/factories.ts';
import { it } from '../testing/it.ts';
import { companyRegister, companyRegisterRows } from './company-register.server.ts';

const named = (q: string) => companyRegisterQuery.parse({ q });

it('right: a row tells houses, area, licence, income, staff; filters narrow it, the export has the same rows', async ({
  here,
}) => {
  const companyId = await makeCompany(here.system, { shortName: 'УК «Кедр»' });
  await makeHouse(here.system, { companyId });
  await makeHouse(here.system, { companyId });
  const importId = await makeImport(here.system, { connector: 'licences', file: 'licences.csv', day: '2026-02-05' });
  const told = { company_id: companyId, fact_date: '2026-02-05', import_id: importId, import_line: 2 };
  await here.system.write(async (w) => {
    const licence = { ...told, source_key: newId(), status: 'A' };
    await w.db
      .insertInto('licence')
      .values({ ...licence, id: newId(), number: '072-000123' })
      .execute();
    const year = { ...told, year: 2025, published_on: '2026-02-01' };
    await w.db
      .insertInto('company_finance')
      .values({ ...year, id: newId(), income: 5_000_000, expense: 1 })
      .execute();
    await w.db
      .insertInto('company_staff')
      .values({ ...year, id: newId(), count: 12 })
      .execute();
  });
  const { rows, total } = await companyRegister(here.official, named('кедр'));
  expect({ rows, total }).toMatchObject({
    total: 1,
    rows: [
      {
        id: companyId,
        short_name: 'УК «Кедр»',
        kind: 'managing-company',
        houses: 2,
        area: 8000,
        licence: 'active',
        licence_number: '072-000123',
        income: 5_000_000,
        staff: 12,
        status: null,
        sme: null,
        offences: 0,
        precepts_open: 0,
      },
    ],
  });
  expect(await companyRegisterRows(here.official, named('кедр'))).toEqual(rows);
  const asked = async (query: object) =>
    (await companyRegister(here.official, companyRegisterQuery.parse({ q: 'кедр', ...query }))).total;
  expect([await asked({ licence: 'active', staffFrom: 12 }), await asked({ incomeFrom: 5_000_001 })]).toEqual([1, 0]);
});

it('refused: companies with no house in the territory, houses outside it; residents and employees count none', async ({
  regions,
  here,
}) => {
  const companyId = await makeCompany(here.system, { shortName: 'УК «Граница»' });
  await makeHouse(here.system, { companyId, oktmo: '71701000' });
  await makeHouse(here.system, { companyId, oktmo: '71810000' });
  const [bordering, elsewhere] = [
    await asOfficial(regions, 'tyumen', { territories: ['71810'] }),
    await asOfficial(regions, 'tyumen', { territories: ['71999'] }),
  ];
  expect((await companyRegister(bordering, named(''))).rows).toMatchObject([{ id: companyId, houses: 1, area: 4000 }]);
  expect(await companyRegister(elsewhere, named(''))).toEqual({ rows: [], total: 0 });
  expect(await companyRegisterRows(elsewhere, named(''))).toEqual([]);
  for (const ctx of [here.employee, here.resident]) {
    expect((await companyRegister(ctx, named('граница'))).rows).toMatchObject([{ houses: 0, area: null }]);
    expect(await companyRegisterRows(ctx, named('граница'))).toMatchObject([{ houses: 0, area: null }]);
  }
});

it('other region: its companies are not in the register here', async ({ regions, there, here }) => {
  const query = companyRegisterQuery.parse({});
  expect((await companyRegisterRows(there.official, query)).map((row) => row.id)).toContain(there.companyId);
  const ids = (await companyRegisterRows(here.official, query)).map((row) => row.id);
  expect(ids).toContain(here.companyId);
  expect(ids).not.toContain(there.companyId);
  await leakProbe(regions, (ctx) => companyRegister(ctx, query));
});
