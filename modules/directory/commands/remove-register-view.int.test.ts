// A view is removed by its owner, and brought back; nobody's default is left pointing at it.
import { expect } from 'vitest';
import { registerViews } from '../queries/register-views.server.ts';
import { colleagueOf, it as base } from '../testing/it.ts';
import { chooseDefaultView } from './choose-default-view.server.ts';
import { removeRegisterView } from './remove-register-view.server.ts';
import { saveRegisterView } from './save-register-view.server.ts';

const it = base.extend('viewId', ({ here }) =>
  saveRegisterView(here.official, { register: 'houses', name: 'Без точки', query: 'state=no-pin', shared: true }),
);

it('right: it is gone for everybody, and back without being anybody’s default', async ({ regions, here, viewId }) => {
  const colleague = await colleagueOf(regions, here.official);
  await chooseDefaultView(colleague, { register: 'houses', viewId });
  await removeRegisterView(here.official, { viewId, back: false });
  expect([await registerViews(here.official, 'houses'), await registerViews(colleague, 'houses')]).toEqual([[], []]);
  await removeRegisterView(here.official, { viewId, back: true });
  expect(await registerViews(colleague, 'houses')).toMatchObject([{ id: viewId, usual: false }]);
});

it('refused: a colleague to whom it is shared, staff of others, residents', async ({ regions, here, viewId }) => {
  for (const ctx of [await colleagueOf(regions, here.official), here.employee])
    await expect(removeRegisterView(ctx, { viewId, back: false })).rejects.toMatchObject({ kind: 'notFound' });
  await expect(removeRegisterView(here.resident, { viewId, back: false })).rejects.toMatchObject({ kind: 'forbidden' });
  expect(await registerViews(here.official, 'houses')).toHaveLength(1);
});

it('other region: its officials remove nothing here', async ({ here, there, viewId }) => {
  await expect(removeRegisterView(there.official, { viewId, back: false })).rejects.toMatchObject({ kind: 'notFound' });
  expect(await registerViews(here.official, 'houses')).toHaveLength(1);
});
