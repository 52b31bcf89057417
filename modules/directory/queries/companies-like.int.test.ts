// Companies by words of the name, ИНН or ОГРН.
import { expect } from 'vitest';
import { makeCompany, makeHouse } from '../testing/factories.ts';
import { it } from '../testing/it.ts';
import { companiesLike } from './companies-like.server.ts';
import { company } from './companies.server.ts';

it('right: words in any order and case, numbers whole, by name', async ({ here }) => {
  const [b, a] = [
    await makeCompany(here.system, { shortName: 'УК «Тихий берег»' }),
    await makeCompany(here.system, { shortName: 'ТСЖ «Берег»' }),
  ];
  for (const companyId of [a, b]) await makeHouse(here.system, { companyId });
  const found = async (words: string) => (await companiesLike(here.system, words)).map((one) => one.id);
  expect(await found('берег')).toEqual([a, b]);
  expect(await found('БЕРЕГ тихий')).toEqual([b]);
  expect(await found((await company(here.system, b))?.ogrn ?? '')).toEqual([b]);
  expect(await companiesLike(here.system, 'берег', 1)).toHaveLength(1);
});

it('refused: companies without houses, and signs of a pattern as letters', async ({ here }) => {
  await makeCompany(here.system, { shortName: 'УК «Без домов»' });
  expect(await companiesLike(here.system, 'без домов')).toEqual([]);
  expect(await companiesLike(here.system, '%')).toEqual([]);
});

it('other region: its companies are not offered', async ({ here, there }) => {
  const theirs = await company(there.system, there.companyId);
  expect((await companiesLike(there.system, theirs?.ogrn ?? '')).map((one) => one.id)).toEqual([there.companyId]);
  expect(await companiesLike(here.system, theirs?.ogrn ?? '')).toEqual([]);
  expect((await companiesLike(here.system, '')).map((one) => one.id)).not.toContain(there.companyId);
});
