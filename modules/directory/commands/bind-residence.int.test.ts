// One home an account: the earlier one becomes history.
import { newId } from '@zhkh/kernel/db.server';
import type { Context } from '@zhkh/kernel/module.server';
import { expect } from 'vitest';
import { makeHouse } from '../testing/factories.ts';
import { accountOf, DAY, it, type Place } from '../testing/it.ts';
import { bindResidence } from './bind-residence.server.ts';

const bind = (ctx: Context, houseId: string, flat: string | null = null): Promise<void> =>
  ctx.write((w) => bindResidence(ctx, w, { accountId: accountOf(ctx), houseId, flat }));
const homesOf = ({ system }: Place, ctx: Context) =>
  system.db
    .selectFrom('residence')
    .select(['house_id', 'flat', 'until'])
    .where('account_id', '=', accountOf(ctx))
    .orderBy('since')
    .execute();

it('right: the home stands, the same one again changes the flat, another one ends it', async ({ regions, here }) => {
  await bind(here.resident, here.houseId, 'кв. 12');
  await bind(here.resident, here.houseId, '14а');
  expect(await homesOf(here, here.resident)).toEqual([{ house_id: here.houseId, flat: '14а', until: null }]);
  regions.clock.advance(DAY);
  const next = await makeHouse(here.system);
  await bind(here.resident, next);
  expect(await homesOf(here, here.resident)).toEqual([
    { house_id: here.houseId, flat: '14а', until: regions.clock.now() },
    { house_id: next, flat: null, until: null },
  ]);
});

it('refused: a house that is none or is gone, and a flat that cannot be', async ({ here }) => {
  const gone = await makeHouse(here.system);
  await here.system.write((w) => w.db.updateTable('house').set({ status: 'demolished' }).where('id', '=', gone).execute());
  for (const house of [newId(), gone]) await expect(bind(here.resident, house)).rejects.toMatchObject({ kind: 'notFound' });
  await expect(bind(here.resident, here.houseId, '<script>')).rejects.toMatchObject({
    fields: { flat: { key: 'directory:errors.flat-form' } },
  });
  await expect(bind(here.resident, here.houseId, '5000')).rejects.toMatchObject({
    fields: { flat: { key: 'directory:errors.flat-too-big', params: { flats: 60 } } },
  });
  expect(await homesOf(here, here.resident)).toEqual([]);
});

it('other region: its house is no home here', async ({ here, there }) => {
  await expect(bind(here.resident, there.houseId)).rejects.toMatchObject({ kind: 'notFound' });
  await bind(there.resident, there.houseId);
  expect([(await homesOf(here, here.resident)).length, (await homesOf(there, there.resident)).length]).toEqual([0, 1]);
});
