// A view is renamed and shared by its owner.
import { expect } from 'vitest';
import { colleagueOf, it as base, type Place } from '../testing/it.ts';
import { changeRegisterView } from './change-register-view.server.ts';
import { saveRegisterView } from './save-register-view.server.ts';

/** The official's own view, shared with colleagues. */
const it = base.extend('viewId', ({ here }) =>
  saveRegisterView(here.official, { register: 'houses', name: 'Без точки', query: 'state=no-pin', shared: true }),
);

const nameOf = ({ system }: Place, id: string) =>
  system.db.selectFrom('register_view').select(['name', 'shared']).where('id', '=', id).executeTakeFirst();

it('right: the new name and whether it is shared', async ({ here, viewId }) => {
  await changeRegisterView(here.official, { viewId, name: 'Найти точки', shared: false });
  expect(await nameOf(here, viewId)).toEqual({ name: 'Найти точки', shared: false });
});

it('refused: a colleague to whom it is shared, staff of others, residents', async ({ regions, here, viewId }) => {
  for (const ctx of [await colleagueOf(regions, here.official), here.employee])
    await expect(changeRegisterView(ctx, { viewId, name: 'Моё', shared: false })).rejects.toMatchObject({ kind: 'notFound' });
  await expect(changeRegisterView(here.resident, { viewId, name: 'Моё', shared: false })).rejects.toMatchObject({
    kind: 'forbidden',
  });
  expect(await nameOf(here, viewId)).toEqual({ name: 'Без точки', shared: true });
});

it('other region: its officials change nothing here', async ({ here, there, viewId }) => {
  await expect(changeRegisterView(there.official, { viewId, name: 'Моё', shared: false })).rejects.toMatchObject({
    kind: 'notFound',
  });
  expect(await nameOf(here, viewId)).toEqual({ name: 'Без точки', shared: true });
});
