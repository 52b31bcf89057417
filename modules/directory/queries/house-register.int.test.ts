// The register of houses: rows of the official's territory, filtered and sorted; open work counted by other modules.
import { plug } from '@zhkh/kernel/module.server';
import { asOfficial, leakProbe } from '@zhkh/tools/testing';
import { expect } from 'vitest';
import { installed } from '../../installed.server.ts';
import { houseCountSource } from '../contract.ts';
import { registerQuery } from '../domain/register-query.ts';
import { makeCompany, makeHouse, makeTerm } from '../testing/factories.ts';
import { it as ground, type Place } from '../testing/it.ts';
import { houseRegister, houseRegisterIds, openCounts } from './house-register.server.ts';

/** A neighbour for whom every house out of use is two open pieces of work. */
const emergencies = plug(houseCountSource, (ctx) => {
  const rows = ctx.db.selectFrom('house').select('id').where('status', '=', 'emergency');
  return {
    counts: async (ids) => new Map((await rows.where('id', 'in', [...ids]).execute()).map((row) => [row.id, 2])),
    houses: async () => (await rows.execute()).map((row) => row.id),
  };
});

const it = ground.extend('modules', { scope: 'file' }, () =>
  installed.map((module) => (module.id === 'directory' ? { ...module, plugs: [...module.plugs, emergencies] } : module)),
);

let districts = 71_850;

/** Two houses of a district of its own: one managed, with facts, out of use; the other of nobody. */
async function districtOf({ system, companyId }: Place) {
  const district = String((districts += 1));
  const at = (number: number, company: string | null) =>
    makeHouse(system, {
      address: `обл. Тюменская, г. Тюмень, ул. Мира, д. ${number}`,
      companyId: company,
      oktmo: `${district}000`,
    });
  const [second, first] = [await at(10, companyId), await at(9, null)];
  const facts = { built_year: 1961, floors: 5, status: 'emergency', total_area: 3000 } as const;
  await system.write((w) => w.db.updateTable('house').set(facts).where('id', '=', second).execute());
  return { district, first, second };
}

it('right: rows with their facts and open work, sorted and narrowed; the export has the same houses', async ({
  regions,
  here,
}) => {
  const { district, first, second } = await districtOf(here);
  await makeTerm(here.system, { houseId: second, companyId: await makeCompany(here.system), from: '2026-04-01' });
  const official = await asOfficial(regions, 'tyumen', { territories: [district] });
  const { rows, total } = await houseRegister(official, registerQuery.parse({}));
  expect({ rows, total }).toMatchObject({
    total: 2,
    rows: [
      { id: first, company: null, total_area: 4000, floors: null, status: 'in-use', has_point: false, changing: false, open: 0 },
      {
        id: second,
        company_id: here.companyId,
        total_area: 3000,
        floors: 5,
        built_year: 1961,
        status: 'emergency',
        changing: true,
        open: 2,
      },
    ],
  });
  const asked = (query: object) => houseRegisterIds(official, registerQuery.parse(query));
  expect(await asked({})).toEqual([first, second]);
  expect(await asked({ sort: 'area', dir: 'asc' })).toEqual([second, first]);
  expect([await asked({ open: 'yes' }), await asked({ company: 'none' })]).toEqual([[second], [first]]);
  expect(await openCounts(official, [first, second])).toEqual(new Map([[second, 2]]));
  expect(await openCounts(official, [])).toEqual(new Map());
});

it('refused: officials of another territory, companies and residents get no row; counts name no other house', async ({
  regions,
  here,
}) => {
  const { first, second } = await districtOf(here);
  const elsewhere = await asOfficial(regions, 'tyumen', { territories: ['71999'] });
  for (const ctx of [elsewhere, here.employee, here.resident]) {
    expect(await houseRegister(ctx, registerQuery.parse({}))).toEqual({ rows: [], total: 0 });
    expect(await houseRegisterIds(ctx, registerQuery.parse({ open: 'yes' }))).toEqual([]);
  }
  expect(await houseRegisterIds(here.official, registerQuery.parse({ open: 'yes' }))).toContain(second);
  expect((await openCounts(here.official, [first])).has(second)).toBe(false);
});

it('other region: its houses are neither listed nor counted here', async ({ regions, here, there }) => {
  const { second } = await districtOf(there);
  const query = registerQuery.parse({ state: 'emergency' });
  expect(await houseRegisterIds(there.official, query)).toContain(second);
  expect(await houseRegisterIds(here.official, query)).not.toContain(second);
  expect([await openCounts(here.official, [second]), await openCounts(there.official, [second])]).toEqual([
    new Map(),
    new Map([[second, 2]]),
  ]);
  await leakProbe(regions, (ctx) => houseRegister(ctx, registerQuery.parse({})));
});
