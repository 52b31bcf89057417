// Everything the page of a house shows.
import { newId } from '@zhkh/kernel/db.server';
import { expect } from 'vitest';
import { makeCompany, makeTerm } from '../testing/factories.ts';
import { it } from '../testing/it.ts';
import { houseCard } from './house-card.server.ts';

it('right: facts, manager of today and all terms, newest first', async ({ here }) => {
  const next = await makeCompany(here.system, { shortName: 'УК «Новая»' });
  await makeTerm(here.system, { houseId: here.houseId, companyId: next, from: '2026-04-01' });
  expect(await houseCard(here.resident, here.houseId)).toMatchObject({
    house: { id: here.houseId },
    facts: { area: 4000, builtYear: null },
    source: null,
    manager: { companyId: here.companyId },
    terms: [
      { companyId: next, company: 'УК «Новая»', from: '2026-04-01', to: null },
      { companyId: here.companyId, from: '2020-01-01', source: null },
    ],
  });
});

it('refused: a house that is none has no card; terms of others do not come', async ({ here }) => {
  expect(await houseCard(here.resident, newId())).toBeNull();
  expect((await houseCard(here.resident, here.houseId))?.terms.map((term) => term.companyId)).toEqual([here.companyId]);
});

it('other region: its house has no card here', async ({ here, there }) => {
  expect(await houseCard(here.official, there.houseId)).toBeNull();
  expect((await houseCard(there.official, there.houseId))?.manager?.companyId).toBe(there.companyId);
});
