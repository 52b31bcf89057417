// What the capital repair of a house tells: money, elements, works, each with its source.
import { newId } from '@zhkh/kernel/db.server';
import { expect } from 'vitest';
import { makeHouse } from '../testing/factories.ts';
import { makeFact, SOURCE } from '../testing/imported-facts.ts';
import { it } from '../testing/it.ts';
import { capitalRepairOf } from './capital-repair-of.server.ts';

it('right: money in kopecks, elements, works in the order of their years', async ({ here }) => {
  const house_id = here.houseId;
  await makeFact(here.system, 'capital_repair_house', {
    house_id,
    money_unit: 'rouble',
    collected: 119_224_695,
    debts: 113_595,
    balance: 5,
    collected_on: '2026-01-01',
    collecting_way: 'Счёт регионального оператора',
    floors: 9,
    commissioned_year: 1987,
    energy_class: 'D',
    included_on: '2014-06-01',
  });
  const roof = { house_id, kind: 'Крыша', roof_kind: 'плоская', roof_area: 812.5, commissioned_year: 1987 };
  await makeFact(here.system, 'capital_repair_element', roof);
  const work = { house_id, money_unit: 'rouble' as const };
  await makeFact(here.system, 'capital_repair_work', { ...work, kind: 'Ремонт крыши', planned_year: 2031, cost_plan: 900 });
  await makeFact(here.system, 'capital_repair_work', {
    ...work,
    kind: 'Ремонт фасада',
    planned_year: 2027,
    cost_plan: 700,
    cost_contract: 650,
    contractor: 'ООО «Фасад»',
    finished_on: '2027-09-01',
  });
  const repair = await capitalRepairOf(here.resident, house_id);
  expect(repair).toMatchObject({
    money: {
      collected: 119_224_695,
      debts: 113_595,
      spent: null,
      balance: 5,
      on: '2026-01-01',
      way: 'Счёт регионального оператора',
    },
    floors: 9,
    builtYear: 1987,
    energyClass: 'D',
    inProgramSince: '2014-06-01',
    excludedOn: null,
    source: SOURCE,
    elements: [{ kind: 'Крыша', detail: 'плоская', area: 812.5, since: '1987', until: null, source: SOURCE }],
    works: [
      { kind: 'Ремонт фасада', plannedYear: 2027, finishedOn: '2027-09-01', cost: 650, costIsContract: true },
      { kind: 'Ремонт крыши', plannedYear: 2031, finishedOn: null, cost: 900, costIsContract: false, source: SOURCE },
    ],
  });
  expect(repair?.works[0]?.contractor).toBe('ООО «Фасад»');
});

it('refused: what a later export no longer names does not come, nor what is of another house', async ({ here }) => {
  const other = await makeHouse(here.system);
  for (const [house_id, ended_on] of [
    [here.houseId, '2026-01-01'],
    [other, null],
  ] as const) {
    await makeFact(here.system, 'capital_repair_house', { house_id, money_unit: 'rouble', collected: 7, ended_on });
    await makeFact(here.system, 'capital_repair_element', { house_id, kind: 'Фасад', ended_on });
    await makeFact(here.system, 'capital_repair_work', { house_id, money_unit: 'rouble', kind: 'Ремонт', ended_on });
  }
  expect(await capitalRepairOf(here.official, here.houseId)).toBeNull();
  expect(await capitalRepairOf(here.official, newId())).toBeNull();
  expect(await capitalRepairOf(here.official, other)).toMatchObject({
    money: { collected: 7 },
    elements: [{ kind: 'Фасад' }],
    works: [{ kind: 'Ремонт', cost: null }],
  });
});

it('other region: its house has no repair here', async ({ here, there }) => {
  await makeFact(there.system, 'capital_repair_element', { house_id: there.houseId, kind: 'Лифт', lift_kind: 'пассажирский' });
  expect(await capitalRepairOf(here.official, there.houseId)).toBeNull();
  expect(await capitalRepairOf(there.official, there.houseId)).toMatchObject({
    money: null,
    elements: [{ kind: 'Лифт', detail: 'пассажирский' }],
    works: [],
  });
});
