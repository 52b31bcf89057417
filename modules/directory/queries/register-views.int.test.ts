// Saved views a person may open.
import { expect } from 'vitest';
import { saveRegisterView } from '../commands/save-register-view.server.ts';
import { colleagueOf, it } from '../testing/it.ts';
import { registerViews } from './register-views.server.ts';

const view = { register: 'houses', name: 'Без точки', query: 'state=no-pin', shared: false } as const;

it('right: own ones and those a colleague shares, of the asked register', async ({ regions, here }) => {
  const colleague = await colleagueOf(regions, here.official);
  const own = await saveRegisterView(here.official, view);
  const shared = await saveRegisterView(colleague, { ...view, name: 'Общий', shared: true });
  await saveRegisterView(here.official, { ...view, register: 'companies' });
  expect(await registerViews(here.official, 'houses')).toEqual([
    { id: own, name: 'Без точки', query: 'state=no-pin', shared: false, own: true, usual: false },
    { id: shared, name: 'Общий', query: 'state=no-pin', shared: true, own: false, usual: false },
  ]);
});

it('refused: what a colleague keeps for himself, what another authority shares; residents have none', async ({
  regions,
  here,
}) => {
  await saveRegisterView(here.official, view);
  await saveRegisterView(here.official, { ...view, name: 'Общий', shared: true });
  const colleague = await colleagueOf(regions, here.official);
  expect((await registerViews(colleague, 'houses')).map((one) => one.name)).toEqual(['Общий']);
  for (const ctx of [here.employee, here.resident]) expect(await registerViews(ctx, 'houses')).toEqual([]);
});

it('other region: views from here are not listed there', async ({ here, there }) => {
  await saveRegisterView(here.official, { ...view, shared: true });
  expect(await registerViews(there.official, 'houses')).toEqual([]);
});
