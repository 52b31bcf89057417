// A register's filters kept under a name, by whoever works with it.
import { expect } from 'vitest';
import { accountOf, it } from '../testing/it.ts';
import { saveRegisterView } from './save-register-view.server.ts';

const view = { register: 'houses', name: 'Без точки', query: 'state=no-pin', shared: false } as const;

it('right: the view stands with its owner; fifty and no more', async ({ here }) => {
  const id = await saveRegisterView(here.official, view);
  const row = here.system.db.selectFrom('register_view').selectAll().where('id', '=', id);
  expect(await row.executeTakeFirst()).toMatchObject({ ...view, owner_id: accountOf(here.official), deleted_at: null });
  for (let n = 1; n < 50; n += 1) await saveRegisterView(here.official, { ...view, name: `Вид ${n}` });
  await expect(saveRegisterView(here.official, view)).rejects.toMatchObject({ code: 'directory.too-many-views' });
});

it('refused: residents and jobs keep no views', async ({ here }) => {
  for (const ctx of [here.resident, here.system])
    await expect(saveRegisterView(ctx, view)).rejects.toMatchObject({ kind: 'forbidden' });
});

it('other region: a view saved there stands there alone', async ({ here, there }) => {
  const id = await saveRegisterView(there.official, view);
  const rows = here.system.db.selectFrom('register_view').select('id').where('id', '=', id);
  expect(await rows.execute()).toEqual([]);
});
