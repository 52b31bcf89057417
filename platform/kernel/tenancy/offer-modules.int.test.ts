// A new module joins the plans its manifest names, once; what operators changed stays.
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type TwoRegions, twoRegions } from '@zhkh/tools/testing';
import { offerModules } from './offer-modules.server.ts';
import { openOwnerAccess, type OwnerAccess } from './owner-access.server.ts';

const polls = { id: 'polls', plans: ['region', 'region-plus'] };

let regions: TwoRegions;
let access: OwnerAccess;
beforeAll(async () => {
  regions = await twoRegions([]);
  access = openOwnerAccess(regions.config);
});
beforeEach(async () => {
  for (const table of ['plan_offer', 'plan_module'])
    await access.migrator`delete from platform.${access.migrator(table)} where module = any(${['polls', 'lottery']})`;
});
afterAll(async () => {
  await access.close();
  await regions.close();
});

const control = () => regions.runtime.control;
const entitled = async () =>
  (await control().selectFrom('plan_module').select(['plan', 'module']).orderBy('module').orderBy('plan').execute()).map(
    ({ plan, module }) => `${plan} ${module}`,
  );
const without = (plan: string, module: string) =>
  control().deleteFrom('plan_module').where('plan', '=', plan).where('module', '=', module).execute();

it('adds a new module to its plans and changes nothing else', async () => {
  const before = await entitled();
  await offerModules(access, [polls, { id: 'lottery' }]);
  expect(await entitled()).toEqual([...before, 'region polls', 'region-plus polls'].sort(byModule));
  await offerModules(access, [polls]);
  expect(await entitled()).toHaveLength(before.length + 2);
});

it('leaves out what an operator took out of a plan, the offers of earlier migrations too', async () => {
  await offerModules(access, [polls]);
  await without('region', 'polls');
  await without('region', 'outages');
  await offerModules(access, [polls, { id: 'outages', plans: ['region', 'region-plus'] }]);
  expect((await entitled()).filter((line) => /polls|outages/.test(line))).toEqual(['region-plus outages', 'region-plus polls']);
});

it('offers later what the manifest names later, and passes over a plan nobody has', async () => {
  await offerModules(access, [{ id: 'polls', plans: ['region', 'gold'] }]);
  await offerModules(access, [{ id: 'polls', plans: ['region', 'region-plus', 'gold'] }]);
  expect((await entitled()).filter((line) => line.endsWith('polls'))).toEqual(['region polls', 'region-plus polls']);
});

function byModule(a: string, b: string): number {
  const [planA = '', moduleA = ''] = a.split(' ');
  const [planB = '', moduleB = ''] = b.split(' ');
  return moduleA.localeCompare(moduleB) || planA.localeCompare(planB);
}
