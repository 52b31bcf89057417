// Doubtful matches in ГАР that wait for a person.
import { asOperator, leakProbe } from '@zhkh/tools/testing';
import { expect } from 'vitest';
import { decideMatch } from '../commands/decide-match.server.ts';
import { makeDoubt } from '../testing/facts.ts';
import { makeHouse } from '../testing/factories.ts';
import { it, type Place } from '../testing/it.ts';
import { matchReviews } from './match-reviews.server.ts';

const objectsOf = async ({ system }: Place) => (await matchReviews(system)).reviews.map((one) => one.objectId);

it('right: both addresses and how alike they are, the likeliest first; as many as asked, and how many there are', async ({
  here,
}) => {
  const houseId = await makeHouse(here.system, { address: 'обл. Тюменская, г. Тюмень, ул. Мира, д. 3' });
  const [less, more] = [await makeDoubt(here.system, houseId, 0.724), await makeDoubt(here.system, houseId, 0.91)];
  const review = (objectId: number, likeness: number) => ({
    houseId,
    objectId,
    ours: 'г. Тюмень, ул. Мира, д. 3',
    theirs: `обл. Тюменская, г. Тюмень, ул. Проверочная, д. ${objectId}`,
    likeness,
  });
  expect(await matchReviews(here.system)).toEqual({ total: 2, reviews: [review(more, 91), review(less, 72)] });
  expect(await matchReviews(here.system, 1)).toEqual({ total: 2, reviews: [review(more, 91)] });
});

it('refused: what a person has decided does not come back', async ({ regions, here }) => {
  const operator = await asOperator(regions, 'tyumen');
  const [refused, confirmed] = [await makeDoubt(here.system, here.houseId, 0.9), await makeDoubt(here.system, here.houseId, 0.8)];
  expect(await objectsOf(here)).toEqual(expect.arrayContaining([refused, confirmed]));
  const { total } = await matchReviews(here.system);
  await decideMatch(operator, { houseId: here.houseId, objectId: refused, same: false });
  await decideMatch(operator, { houseId: here.houseId, objectId: confirmed, same: true });
  const left = await objectsOf(here);
  expect(left).toHaveLength(total - 2);
  expect(left).not.toContain(refused);
  expect(left).not.toContain(confirmed);
});

it('other region: its doubts are not asked here', async ({ regions, here, there }) => {
  const objectId = await makeDoubt(there.system, there.houseId, 0.9);
  expect(await objectsOf(there)).toContain(objectId);
  expect(await objectsOf(here)).not.toContain(objectId);
  await leakProbe(regions, (ctx) => matchReviews(ctx));
});
