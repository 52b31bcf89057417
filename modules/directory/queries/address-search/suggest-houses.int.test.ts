// The few likeliest houses for a list under the search field.
import { leakProbe } from '@zhkh/tools/testing';
import { expect } from 'vitest';
import { makeCompany, makeHouse } from '../../testing/factories.ts';
import { demolish } from '../../testing/imported-facts.ts';
import { it } from '../../testing/it.ts';
import { suggestHouses } from './suggest-houses.server.ts';

const at = (street: string, number: number) => `обл. Тюменская, г. Тюмень, ул. ${street}, д. ${number}`;

it('right: street and number, below city and company, or that there is none', async ({ here }) => {
  const companyId = await makeCompany(here.system, { shortName: 'УК «Клён»' });
  const managed = await makeHouse(here.system, { address: at('Кленовая', 5), companyId });
  const alone = await makeHouse(here.system, { address: at('Кленовая', 7) });
  expect(await suggestHouses(here.resident, 'кленов')).toEqual([
    { id: managed, title: 'ул. Кленовая, 5', note: 'г. Тюмень · УК «Клён»' },
    { id: alone, title: 'ул. Кленовая, 7', note: 'г. Тюмень · Компания не выбрана' },
  ]);
});

it('right: eight at most', async ({ here }) => {
  for (let number = 1; number < 11; number += 1) await makeHouse(here.system, { address: at('Длинная', number) });
  expect((await suggestHouses(here.resident, 'длинная')).map((one) => one.title)).toEqual(
    [1, 2, 3, 4, 5, 6, 7, 8].map((number) => `ул. Длинная, ${number}`),
  );
});

it('refused: a demolished house is not suggested, nor anything for words that say nothing', async ({ here }) => {
  const stands = await makeHouse(here.system, { address: at('Рубленая', 1) });
  const gone = await makeHouse(here.system, { address: at('Рубленая', 2) });
  expect((await suggestHouses(here.resident, 'рубленая')).map((one) => one.id)).toEqual([stands, gone]);
  await demolish(here.system, gone);
  expect((await suggestHouses(here.resident, 'рубленая')).map((one) => one.id)).toEqual([stands]);
  for (const typed of ['', '  ', '%', '_']) expect(await suggestHouses(here.resident, typed), typed).toEqual([]);
});

it('other region: its house is not suggested here', async ({ regions, here, there }) => {
  const theirs = await makeHouse(there.system, { address: at('Иртышская', 3) });
  expect((await suggestHouses(there.resident, 'иртышская 3'))[0]?.id).toBe(theirs);
  expect((await suggestHouses(here.resident, 'иртышская 3')).map((one) => one.id)).not.toContain(theirs);
  await leakProbe(regions, (ctx) => suggestHouses(ctx, 'иртышская'));
});
