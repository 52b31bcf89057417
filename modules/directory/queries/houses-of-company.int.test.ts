// Houses a company manages today.
import { expect } from 'vitest';
import { makeCompany, makeHouse } from '../testing/factories.ts';
import { it } from '../testing/it.ts';
import { housesOfCompany } from './houses-of-company.server.ts';

it('right: standing houses, street by street', async ({ here }) => {
  const companyId = await makeCompany(here.system);
  const at = (address: string) => makeHouse(here.system, { companyId, address: `обл. Тюменская, г. Тюмень, ${address}` });
  const [last, second, first] = [await at('ул. Мира, д. 3'), await at('ул. Мира, д. 2'), await at('ул. Азовская, д. 7')];
  const gone = await at('ул. Мира, д. 1');
  await here.system.write((w) => w.db.updateTable('house').set({ status: 'demolished' }).where('id', '=', gone).execute());
  expect((await housesOfCompany(here.system, companyId)).map((one) => one.id)).toEqual([first, second, last]);
});

it('refused: houses of another company', async ({ here }) => {
  const other = await makeHouse(here.system, { companyId: await makeCompany(here.system) });
  expect((await housesOfCompany(here.system, here.companyId)).map((one) => one.id)).toEqual([here.houseId]);
  expect((await housesOfCompany(here.system, here.companyId)).map((one) => one.id)).not.toContain(other);
});

it('other region: its company has no houses here', async ({ here, there }) => {
  expect(await housesOfCompany(here.system, there.companyId)).toEqual([]);
});
