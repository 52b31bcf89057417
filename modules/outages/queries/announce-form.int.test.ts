// What the form of an announcement offers: houses of the company, the hour of now, companies for an official.
import { makeHouse } from '@zhkh/directory/testing';
import { newId } from '@zhkh/kernel/db.server';
import { expect } from 'vitest';
import type { Scene } from '../testing/scene.ts';
import { it } from '../testing/it.ts';
import { announceFormView, companyChoices } from './announce-form.server.ts';

const nameOf = async ({ system, companyId }: Scene): Promise<string> => {
  const row = system.db.selectFrom('company').select('short_name').where('id', '=', companyId);
  return (await row.executeTakeFirstOrThrow()).short_name;
};

it('right: the company’s houses, a key of its own, the hour by the houses’ clock', async ({ here }) => {
  const view = await announceFormView(here.employee, here.companyId);
  expect(view).toMatchObject({ company: await nameOf(here), total: 2, now: '2026-03-02T12:00' });
  expect(view.houses.map((house) => house.id).sort()).toEqual([...here.houses].sort());
  expect(view.houses[0]?.address).toMatch(/^ул\. Проверочная, \d+$/);
  expect((await announceFormView(here.employee, here.companyId)).key).not.toBe(view.key);
});

it('right: companies are found by words', async ({ here }) => {
  const found = await companyChoices(here.official, await nameOf(here));
  expect(found).toContainEqual(expect.objectContaining({ id: here.companyId, houses: 2 }));
});

it('refused: houses of another company are not offered, a company that is none has no form', async ({ here }) => {
  const foreign = await makeHouse(here.system);
  expect((await announceFormView(here.employee, here.companyId)).houses.map((house) => house.id)).not.toContain(foreign);
  await expect(announceFormView(here.employee, newId())).rejects.toMatchObject({ kind: 'notFound' });
  expect(await companyChoices(here.official, 'Никто так не зовётся')).toEqual([]);
});

it('other region: its companies have no form here and are not offered', async ({ here, there }) => {
  await expect(announceFormView(here.official, there.companyId)).rejects.toMatchObject({ kind: 'notFound' });
  const offered = await companyChoices(here.official, '');
  expect(offered.map((company) => company.id)).toContain(here.companyId);
  expect(offered.map((company) => company.id)).not.toContain(there.companyId);
});
