// Saved mapping profiles: by id, by code, in a list, and what a run of one did.
import { newId } from '@zhkh/kernel/db.server';
import type { Context } from '@zhkh/kernel/module.server';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createProfile } from '../commands/create-profile.server.ts';
import { saveMapping } from '../commands/save-mapping.server.ts';
import { namedFact, profileConnectorId } from '../domain/profile.ts';
import { type ImportDesk, importDesk } from '../testing/import-desk.ts';
import { makeRun } from '../testing/rows.ts';
import { profileByCode, profileById, profiles, type ProfileView, runOfProfile } from './profiles.server.ts';

let desk: ImportDesk;
let crews: ProfileView;
let meters: ProfileView;
beforeAll(async () => {
  desk = await importDesk();
  crews = await made('Бригады', 'company', 'inn');
  meters = await made('Аптеки', 'house', 'address');
});
afterAll(() => desk.close());

const facts = [namedFact({ column: 'Б', label: 'Бригад', unit: null, kind: 'number' })];

async function made(title: string, target: string, keyKind: string): Promise<ProfileView> {
  const filePath = desk.file('a.csv', 'А;Б\n1;2\n');
  const id = await createProfile(desk.ctx, { title, origin: 'ЕДДС', target, filePath });
  await saveMapping(desk.ctx, { profileId: id, keyColumn: 'А', keyKind, facts });
  const profile = await profileById(desk.ctx, id);
  if (!profile) throw new Error('no profile');
  return profile;
}

const ranBy = (ctx: Context, profile: ProfileView) =>
  makeRun(ctx, {
    connector: profileConnectorId(profile.code),
    rows_read: 9,
    rows_failed: 2,
    counts: { factsNew: 4, factsChanged: 1, refused: 2 },
  });

it('right: a profile by its id and by its code, the list by title', async () => {
  expect(await profileById(desk.ctx, crews.id)).toEqual(crews);
  expect(crews).toMatchObject({ title: 'Бригады', origin: 'ЕДДС', target: 'company', keyColumn: 'А', keyKind: 'inn', facts });
  expect(crews.sample.columns).toEqual([
    { name: 'А', samples: ['1'] },
    { name: 'Б', samples: ['2'] },
  ]);
  expect(await profileByCode(desk.ctx, crews.code)).toEqual(crews);
  const updatedAt = desk.regions.clock.now().toISOString();
  expect(await profiles(desk.ctx)).toEqual([
    { id: meters.id, title: 'Аптеки', origin: 'ЕДДС', target: 'house', facts: 1, updatedAt },
    { id: crews.id, title: 'Бригады', origin: 'ЕДДС', target: 'company', facts: 1, updatedAt },
  ]);
});

it('right: a run of it with what it brought', async () => {
  const id = await ranBy(desk.ctx, crews);
  expect(await runOfProfile(desk.ctx, crews, id)).toEqual({
    id,
    state: 'done',
    file: 'points.csv',
    rows: 9,
    failed: 2,
    added: 4,
    changed: 1,
    refused: 2,
    error: null,
  });
});

it('refused: what is not there, and a run of another profile or source', async () => {
  expect(await profileById(desk.ctx, newId())).toBeNull();
  expect(await profileByCode(desk.ctx, 'pnobody')).toBeNull();
  for (const id of [newId(), await makeRun(desk.ctx), await ranBy(desk.ctx, meters)])
    expect(await runOfProfile(desk.ctx, crews, id)).toBeNull();
});

it('refused: a file that is no table is not among them', async () => {
  const before = await profiles(desk.ctx);
  const filePath = desk.file('b.csv', 'одна строка');
  const bad = createProfile(desk.ctx, { title: 'Ааа', origin: 'ЕДДС', target: 'house', filePath });
  await expect(bad).rejects.toMatchObject({ code: 'imports.unreadable' });
  expect(await profiles(desk.ctx)).toEqual(before);
});

it('other region: it sees neither profiles nor runs of them', async () => {
  const { other } = desk;
  expect([await profileById(other, crews.id), await profileByCode(other, crews.code)]).toEqual([null, null]);
  expect(await profiles(other)).toEqual([]);
  expect(await runOfProfile(other, crews, await ranBy(desk.ctx, crews))).toBeNull();
  expect(await runOfProfile(desk.ctx, crews, await ranBy(other, crews))).toBeNull();
});
