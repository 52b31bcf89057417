// The forms on a register's page: what they do with views and which page comes next.
import { expect } from 'vitest';
import { registerViews } from '../queries/register-views.server.ts';
import { colleagueOf, it } from '../testing/it.ts';
import { actOnRegisterView } from './act-on-register-view.server.ts';

const save = { intent: 'save', name: 'Без точки', shared: 'yes', query: 'state=no-pin' } as const;

it('right: saved, made usual, changed, removed and restored, each followed by its page', async ({ here }) => {
  const { official } = here;
  const act = (form: Parameters<typeof actOnRegisterView>[2]) => actOnRegisterView(official, 'houses', form);
  const page = await act(save);
  const viewId = (await registerViews(official, 'houses'))[0]?.id ?? '';
  expect(page).toBe(`state=no-pin&view=${viewId}`);
  expect(await act({ intent: 'usual', viewId })).toBe(page);
  expect(await act({ intent: 'usual', viewId: 'none' })).toBe('view=all');
  expect(await act({ intent: 'change', viewId, name: 'Найти точки', shared: undefined })).toBe(page);
  expect(await registerViews(official, 'houses')).toMatchObject([{ name: 'Найти точки', shared: false }]);
  expect(await act({ intent: 'remove', viewId })).toBe(`view=all&removed=${viewId}`);
  expect(await act({ intent: 'restore', viewId })).toBe(page);
});

it('refused: what is no view of the register; a colleague on another’s view; residents', async ({ regions, here }) => {
  const wrong = { ...save, query: 'sort=price' };
  await expect(actOnRegisterView(here.official, 'houses', wrong)).rejects.toMatchObject({ code: 'directory.bad-view' });
  await actOnRegisterView(here.official, 'houses', save);
  const viewId = (await registerViews(here.official, 'houses'))[0]?.id ?? '';
  const colleague = await colleagueOf(regions, here.official);
  for (const intent of ['remove', 'restore'] as const)
    await expect(actOnRegisterView(colleague, 'houses', { intent, viewId })).rejects.toMatchObject({ kind: 'notFound' });
  await expect(actOnRegisterView(here.resident, 'houses', save)).rejects.toMatchObject({ kind: 'forbidden' });
});

it('other region: its officials do nothing with views from here', async ({ here, there }) => {
  await actOnRegisterView(here.official, 'houses', save);
  const viewId = (await registerViews(here.official, 'houses'))[0]?.id ?? '';
  for (const intent of ['remove', 'usual'] as const)
    await expect(actOnRegisterView(there.official, 'houses', { intent, viewId })).rejects.toMatchObject({ kind: 'notFound' });
});
