// What the filters of the registers offer: the region's own settlements, companies and ways of saving.
import { newId } from '@zhkh/kernel/db.server';
import { leakProbe } from '@zhkh/tools/testing';
import { expect } from 'vitest';
import { makeImport } from '../testing/facts.ts';
import { makeCompany, makeHouse } from '../testing/factories.ts';
import { it, type Place } from '../testing/it.ts';
import { citiesOf, companiesOf, repairWaysOf } from './register-choices.server.ts';

async function savesBy({ system, houseId }: Place, way: string | null, endedOn: string | null = null): Promise<void> {
  const importId = await makeImport(system, { connector: 'kr1-houses', file: 'kr1.csv', day: '2026-02-05' });
  const fact = {
    id: newId(),
    source_key: newId(),
    house_id: houseId,
    fact_date: '2026-02-05',
    import_id: importId,
    import_line: 2,
  };
  await system.write((w) =>
    w.db
      .insertInto('capital_repair_house')
      .values({ ...fact, collecting_way: way, ended_on: endedOn, money_unit: 'rouble' })
      .execute(),
  );
}

it('right: settlements, companies by name, ways of saving once each', async ({ here }) => {
  await makeHouse(here.system, { address: 'обл. Тюменская, г. Ишим, ул. Мира, д. 1' });
  const id = await makeCompany(here.system, { shortName: 'АО «Первая»' });
  for (const way of ['специальный счёт', 'общий счёт', 'общий счёт']) await savesBy(here, way);
  expect((await citiesOf(here.official)).map((one) => one.city).sort()).toEqual(['г. Ишим', 'г. Тюмень']);
  expect((await companiesOf(here.official))[0]).toEqual({ id, short_name: 'АО «Первая»' });
  expect(await repairWaysOf(here.official)).toEqual(['общий счёт', 'специальный счёт']);
});

it('refused: a way that has ended or was never told; a settlement or a company of nobody', async ({ here }) => {
  const before = [await citiesOf(here.official), await companiesOf(here.official), await repairWaysOf(here.official)];
  await savesBy(here, 'прежний счёт', '2026-01-01');
  await savesBy(here, null);
  expect([await citiesOf(here.official), await companiesOf(here.official), await repairWaysOf(here.official)]).toEqual(before);
});

it('other region: what stands there is not offered here', async ({ regions, here, there }) => {
  await makeHouse(there.system, { address: 'обл. Омская, г. Тара, ул. Мира, д. 1' });
  await savesBy(there, 'омский счёт');
  expect(await citiesOf(there.official)).toContainEqual({ city: 'г. Тара' });
  expect(await citiesOf(here.official)).not.toContainEqual({ city: 'г. Тара' });
  expect([await repairWaysOf(there.official), (await repairWaysOf(here.official)).includes('омский счёт')]).toEqual([
    ['омский счёт'],
    false,
  ]);
  expect((await companiesOf(here.official)).map((one) => one.id)).not.toContain(there.companyId);
  await leakProbe(regions, companiesOf);
});
