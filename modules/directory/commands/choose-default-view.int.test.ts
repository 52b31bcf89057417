// The view a register opens with: each person's own choice among those they may open.
import { expect } from 'vitest';
import { registerViews } from '../queries/register-views.server.ts';
import { colleagueOf, it as base } from '../testing/it.ts';
import { chooseDefaultView } from './choose-default-view.server.ts';
import { saveRegisterView } from './save-register-view.server.ts';

/** A view of the official, not shared. */
const it = base.extend('viewId', ({ here }) =>
  saveRegisterView(here.official, { register: 'houses', name: 'Без точки', query: 'state=no-pin', shared: false }),
);

it('right: one view is the usual one, another takes its place, none is none', async ({ here, viewId }) => {
  const other = await saveRegisterView(here.official, { register: 'houses', name: 'Аварийные', query: '', shared: false });
  const usual = async () => (await registerViews(here.official, 'houses')).flatMap((view) => (view.usual ? [view.id] : []));
  for (const [chosen, seen] of [
    [viewId, [viewId]],
    [other, [other]],
    [null, []],
  ] as const) {
    await chooseDefaultView(here.official, { register: 'houses', viewId: chosen });
    expect(await usual()).toEqual(seen);
  }
});

it('refused: a colleague’s own view, a view of the other register, residents', async ({ regions, here, viewId }) => {
  const colleague = await colleagueOf(regions, here.official);
  await expect(chooseDefaultView(colleague, { register: 'houses', viewId })).rejects.toMatchObject({ kind: 'notFound' });
  await expect(chooseDefaultView(here.official, { register: 'companies', viewId })).rejects.toMatchObject({ kind: 'notFound' });
  await expect(chooseDefaultView(here.resident, { register: 'houses', viewId })).rejects.toMatchObject({ kind: 'forbidden' });
});

it('other region: a view from here is none there', async ({ there, viewId }) => {
  await expect(chooseDefaultView(there.official, { register: 'houses', viewId })).rejects.toMatchObject({ kind: 'notFound' });
});
