// What supervision knows of a company: what is shown, what counts, what is not its.
import { newId } from '@zhkh/kernel/db.server';
import { expect } from 'vitest';
import { makeCompany } from '../testing/factories.ts';
import { makeFact, SOURCE } from '../testing/imported-facts.ts';
import { it, type Place } from '../testing/it.ts';
import { supervisionOf } from './supervision-of.server.ts';

const examine = ({ system, companyId }: Place, state: 'Finished' | 'Cancelled' | 'Annulled', starts_on: string) =>
  makeFact(system, 'examination', {
    company_id: companyId,
    guid: newId(),
    state,
    kind: 'Unscheduled',
    starts_on,
    has_offence: true,
  });

type State = 'Active' | 'Cancelled' | 'Fulfiled' | 'NotFilled';

const instruct = ({ system, companyId }: Place, state: State, number: string, deadline: string) =>
  makeFact(system, 'precept', {
    company_id: companyId,
    guid: newId(),
    state,
    number,
    issued_on: `2026-01-${number}`,
    deadline,
    house_guids: [],
  });

const accuse = ({ system, companyId }: Place, state: State, number: string) =>
  makeFact(system, 'offence', { company_id: companyId, guid: newId(), state, number, issued_on: `2026-01-${number}` });

it('right: licences with their houses, reports, checks newest first, what of them counts', async ({ here }) => {
  const of = { company_id: here.companyId };
  const withHouse = { ...of, house_id: here.houseId };
  await makeFact(here.system, 'licence', { ...of, number: '072-1', status: 'A', registered_on: '2015-04-01', authority: 'ГЖИ' });
  await makeFact(here.system, 'licence', { ...of, number: '072-0', status: 'F', registered_on: '2014-04-01' });
  for (const status of ['INCLUDED', 'INCLUDED', 'EXCLUDED'] as const)
    await makeFact(here.system, 'licence_house', { ...withHouse, licence_number: '072-1', status });
  for (const status of ['Placed', 'NotPlaced', 'Annulled'] as const)
    await makeFact(here.system, 'management_report', { ...withHouse, year: 2025, status });
  const [older, newer] = [await examine(here, 'Finished', '2026-01-10'), await examine(here, 'Finished', '2026-02-10')];
  await instruct(here, 'Active', '10', '2026-02-01');
  await instruct(here, 'NotFilled', '11', '2026-04-01');
  await instruct(here, 'Fulfiled', '12', '2026-02-01');
  await accuse(here, 'Active', '13');
  const found = await supervisionOf(here.resident, here.companyId);
  expect(found).toMatchObject({
    licences: [
      { number: '072-1', active: true, registeredOn: '2015-04-01', authority: 'ГЖИ', source: SOURCE },
      { number: '072-0', active: false },
    ],
    licenceHouses: { included: 2, excluded: 1 },
    reports: [{ year: 2025, placed: 1, missing: 1, source: { ...SOURCE, line: null } }],
    examinations: [
      { id: newer, from: '2026-02-10', kind: 'Unscheduled', hasOffence: true, counted: true, source: SOURCE },
      { id: older, from: '2026-01-10' },
    ],
    precepts: [{ number: '12', date: '2026-01-12', deadline: '2026-02-01', counted: true }, { number: '11' }, { number: '10' }],
    offences: [{ number: '13', date: '2026-01-13', counted: true }],
  });
  expect(found?.counts).toEqual({
    examinations: 2,
    withOffence: 2,
    preceptsOpen: 2,
    preceptsOverdue: 1,
    preceptsFulfilled: 1,
    offencesOpen: 1,
  });
});

it('refused: what was cancelled or annulled is shown as such and counts nowhere', async ({ here }) => {
  for (const state of ['Cancelled', 'Annulled'] as const) await examine(here, state, '2026-01-10');
  await instruct(here, 'Cancelled', '10', '2026-02-01');
  await accuse(here, 'Cancelled', '13');
  const found = await supervisionOf(here.official, here.companyId);
  const shown = [found?.examinations, found?.precepts, found?.offences].map((list) => list?.map((one) => one.counted));
  expect(shown).toEqual([[false, false], [false], [false]]);
  expect(found?.counts).toEqual({
    examinations: 0,
    withOffence: 0,
    preceptsOpen: 0,
    preceptsOverdue: 0,
    preceptsFulfilled: 0,
    offencesOpen: 0,
  });
});

it('refused: a company does not answer for another', async ({ here }) => {
  await examine(here, 'Finished', '2026-01-10');
  await accuse(here, 'Active', '13');
  expect(await supervisionOf(here.official, await makeCompany(here.system))).toBeNull();
  expect(await supervisionOf(here.official, newId())).toBeNull();
});

it('other region: what its supervision knows is not told here', async ({ here, there }) => {
  const theirs = await examine(there, 'Finished', '2026-01-10');
  expect(await supervisionOf(here.official, there.companyId)).toBeNull();
  expect((await supervisionOf(there.official, there.companyId))?.examinations.map((one) => one.id)).toEqual([theirs]);
});
