// A person says whether our house is a house of ГАР: what it leaves, and that it is said once.
import { auditEntries } from '@zhkh/kernel/audit.server';
import { asOfficial, asOperator } from '@zhkh/tools/testing';
import { expect } from 'vitest';
import { makeDoubt } from '../testing/facts.ts';
import { makeHouse } from '../testing/factories.ts';
import { accountOf, it, type Place } from '../testing/it.ts';
import { decideMatch } from './decide-match.server.ts';

const reviewsOf = ({ system, houseId }: Place) =>
  system.db
    .selectFrom('house_match_review')
    .select(['object_id', 'state', 'decided_by', 'decided_at'])
    .where('house_id', '=', houseId)
    .orderBy('object_id')
    .execute();
const matchOf = ({ system }: Place, houseId: string) =>
  system.db.selectFrom('house_gar').selectAll().where('house_id', '=', houseId).executeTakeFirst();

it('right: the same house is matched, its other doubts go, the audit keeps who said so', async ({ regions, here }) => {
  const admin = await asOfficial(regions, 'tyumen', { admin: true });
  const objectId = await makeDoubt(here.system, here.houseId, 0.9);
  await makeDoubt(here.system, here.houseId, 0.8);
  await decideMatch(admin, { houseId: here.houseId, objectId, same: true });
  const decided = { decided_by: accountOf(admin), decided_at: regions.clock.now() };
  expect(await reviewsOf(here)).toEqual([{ object_id: objectId, state: 'confirmed', ...decided }]);
  const match = { object_id: objectId, how: 'reviewed', fact_date: '2026-02-20', import_line: 7 };
  expect(await matchOf(here, here.houseId)).toMatchObject(match);
  const audit = (await auditEntries(here.system.db, 'directory.match')).filter((one) => one.subjectId === here.houseId);
  expect(audit).toMatchObject([{ subjectType: 'house', at: regions.clock.now() }]);
  expect(JSON.stringify(audit)).toContain(String(objectId));
});

it('right: another house is no match, the other doubts stay open', async ({ regions, here }) => {
  const operator = await asOperator(regions, 'tyumen');
  const [objectId, left] = [await makeDoubt(here.system, here.houseId, 0.9), await makeDoubt(here.system, here.houseId, 0.8)];
  await decideMatch(operator, { houseId: here.houseId, objectId, same: false });
  expect(await reviewsOf(here)).toMatchObject([
    { object_id: objectId, state: 'refused', decided_at: regions.clock.now() },
    { object_id: left, state: 'open', decided_by: null, decided_at: null },
  ]);
  expect(await matchOf(here, here.houseId)).toBeUndefined();
});

it('refused: what is decided already, a doubt of another house; only those who import may', async ({ regions, here }) => {
  const [operator, admin] = [await asOperator(regions, 'tyumen'), await asOfficial(regions, 'tyumen', { admin: true })];
  const may = (ctx: typeof here.official) => ctx.ability.can('directory.import', 'import_run');
  expect([operator, admin, here.official, here.employee, here.resident].map(may)).toEqual([true, true, false, false, false]);

  const objectId = await makeDoubt(here.system, here.houseId, 0.9);
  const neighbour = await makeHouse(here.system);
  await decideMatch(operator, { houseId: here.houseId, objectId, same: false });
  const before = await reviewsOf(here);
  for (const houseId of [here.houseId, neighbour])
    await expect(decideMatch(admin, { houseId, objectId, same: true })).rejects.toMatchObject({
      kind: 'conflict',
      code: 'directory.match-decided',
    });
  expect(await reviewsOf(here)).toEqual(before);
  expect([await matchOf(here, here.houseId), await matchOf(here, neighbour)]).toEqual([undefined, undefined]);
});

it('other region: a doubt there is not decided from here', async ({ regions, here, there }) => {
  const objectId = await makeDoubt(there.system, there.houseId, 0.9);
  const operator = await asOperator(regions, 'tyumen');
  await expect(decideMatch(operator, { houseId: there.houseId, objectId, same: true })).rejects.toMatchObject({
    kind: 'conflict',
  });
  expect(await reviewsOf(there)).toMatchObject([{ object_id: objectId, state: 'open' }]);
  expect([await matchOf(here, there.houseId), await matchOf(there, there.houseId)]).toEqual([undefined, undefined]);
});
