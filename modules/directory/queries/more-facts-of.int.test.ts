// What a region's own files told of a house or a company.
import { newId } from '@zhkh/kernel/db.server';
import { sql } from 'kysely';
import { expect } from 'vitest';
import { makeCompany, makeHouse } from '../testing/factories.ts';
import { makeFact, SOURCE } from '../testing/imported-facts.ts';
import { it, type Place } from '../testing/it.ts';
import { moreCompanyFacts, moreHouseFacts } from './more-facts-of.server.ts';

const LIFTS = { name: 'lifts', label: 'Лифты', value: '4', unit: 'шт.', origin: 'Реестр лифтов' };
const PASSPORT = { name: 'winter', label: 'Паспорт готовности', value: 'выдан', origin: 'Отопительный сезон' };

const tellHouse = ({ system, houseId }: Place, fact: typeof LIFTS | typeof PASSPORT = LIFTS) =>
  makeFact(system, 'house_fact', { house_id: houseId, ...fact });

async function tellCompany({ system, companyId }: Place, fact: typeof LIFTS | typeof PASSPORT = LIFTS) {
  await system.write((w) =>
    sql`insert into import_profile (id, code, title, origin, target, key_kind, key_column, facts, sample, created_at, updated_at)
      values (${newId()}, 'own-file', 'Свой файл', ${fact.origin}, 'company', 'inn', 'ИНН', '[]', '{}', now(), now())
      on conflict (code) do nothing`.execute(w.db),
  );
  return makeFact(system, 'company_fact', { company_id: companyId, profile_code: 'own-file', ...fact });
}

it('right: of a house, by origin and name, with unit and source', async ({ here }) => {
  const [lifts, passport] = [await tellHouse(here), await tellHouse(here, PASSPORT)];
  const facts = await moreHouseFacts(here.resident, here.houseId);
  expect(facts).toMatchObject([
    { id: passport, label: 'Паспорт готовности', value: 'выдан', unit: null, origin: 'Отопительный сезон' },
    { id: lifts, label: 'Лифты', value: '4', unit: 'шт.', origin: 'Реестр лифтов', source: SOURCE },
  ]);
  expect(Object.keys(facts[0] ?? {}).sort()).toEqual(['id', 'label', 'origin', 'source', 'unit', 'value']);
});

it('right: of a company, the same way', async ({ here }) => {
  const [lifts, passport] = [await tellCompany(here), await tellCompany(here, PASSPORT)];
  expect(await moreCompanyFacts(here.resident, here.companyId)).toMatchObject([
    { id: passport, value: 'выдан', unit: null },
    { id: lifts, value: '4', unit: 'шт.', source: SOURCE },
  ]);
});

it('refused: facts of another house or company do not come', async ({ here }) => {
  await tellHouse(here);
  await tellCompany(here);
  expect(await moreHouseFacts(here.official, await makeHouse(here.system))).toEqual([]);
  expect(await moreCompanyFacts(here.official, await makeCompany(here.system))).toEqual([]);
  expect(await moreHouseFacts(here.official, here.companyId)).toEqual([]);
  expect(await moreCompanyFacts(here.official, here.houseId)).toEqual([]);
});

it('other region: facts of its house and company are not told here', async ({ here, there }) => {
  const [ofHouse, ofCompany] = [await tellHouse(there), await tellCompany(there)];
  expect([await moreHouseFacts(here.official, there.houseId), await moreCompanyFacts(here.official, there.companyId)]).toEqual([
    [],
    [],
  ]);
  expect((await moreHouseFacts(there.official, there.houseId)).map((fact) => fact.id)).toEqual([ofHouse]);
  expect((await moreCompanyFacts(there.official, there.companyId)).map((fact) => fact.id)).toEqual([ofCompany]);
});
