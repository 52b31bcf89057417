// An official puts the pin of a house, within the own territory, with a record of it.
import { auditEntries } from '@zhkh/kernel/audit.server';
import { newId } from '@zhkh/kernel/db.server';
import { asOfficial } from '@zhkh/tools/testing';
import { expect } from 'vitest';
import { makeHouse } from '../testing/factories.ts';
import { it, type Place } from '../testing/it.ts';
import { moveHousePin } from './move-house-pin.server.ts';

const pinOf = ({ system }: Place, houseId: string) =>
  system.db.selectFrom('house').select(['lat', 'lon', 'point_source', 'point_at']).where('id', '=', houseId).executeTakeFirst();

it('right: the pin stands as the official’s, the audit keeps from where to where', async ({ regions, here }) => {
  const house = await makeHouse(here.system, { point: { lat: 57.1, lon: 65.5 }, oktmo: '71710000' });
  const official = await asOfficial(regions, 'tyumen', { territories: ['71710'] });
  await moveHousePin(official, { houseId: house, lat: 57.15, lon: 65.55 });
  const moved = { lat: 57.15, lon: 65.55, point_source: 'official', point_at: regions.clock.now() };
  expect(await pinOf(here, house)).toEqual(moved);
  const audit = await auditEntries(here.system.db, 'directory.move-pin');
  expect(JSON.stringify(audit)).toContain(house);
});

it('refused: residents, companies, officials of another territory; a house that is none', async ({ regions, here }) => {
  const before = await pinOf(here, here.houseId);
  const elsewhere = await asOfficial(regions, 'tyumen', { territories: ['71999'] });
  for (const ctx of [here.resident, here.employee, elsewhere])
    await expect(moveHousePin(ctx, { houseId: here.houseId, lat: 58, lon: 68 })).rejects.toMatchObject({ kind: 'notFound' });
  await expect(moveHousePin(here.official, { houseId: newId(), lat: 58, lon: 68 })).rejects.toMatchObject({ kind: 'notFound' });
  expect(await pinOf(here, here.houseId)).toEqual(before);
});

it('other region: its official moves nothing here', async ({ here, there }) => {
  const before = await pinOf(here, here.houseId);
  await expect(moveHousePin(there.official, { houseId: here.houseId, lat: 58, lon: 68 })).rejects.toMatchObject({
    kind: 'notFound',
  });
  expect(await pinOf(here, here.houseId)).toEqual(before);
});
