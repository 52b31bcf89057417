// What is already open about the same thing in the same house, without a word about neighbours.
import { makeHouse } from '@zhkh/directory/testing';
import { asResident, canary, leakProbe } from '@zhkh/tools/testing';
import { expect } from 'vitest';
import { fileIn } from '../testing/factories.ts';
import { answerIn, HOUR, it } from '../testing/it.ts';
import { similarComplaints } from './similar-complaints.server.ts';

it('right: the two newest open ones of the house and topic', async ({ regions, here }) => {
  await fileIn(here);
  regions.clock.advance(HOUR);
  const [second, third, other] = [await fileIn(here), await fileIn(here), await fileIn(here, { category: 'lift.stopped' })];
  const ask = { houseId: here.houseId, category: 'entrance.light' };
  const seen = await similarComplaints(here.resident, ask);
  expect(seen.map((one) => one.number).sort()).toEqual([second.number, third.number].sort());
  expect(seen.map((one) => one.number)).not.toContain(other.number);
  await answerIn(here, second.id);
  await answerIn(here, third.id);
  expect(await similarComplaints(here.resident, ask)).toHaveLength(1);
});

it('refused: name, flat and text of the neighbour, and complaints of another house', async ({ regions, here }) => {
  const { number } = await fileIn(here, { contactName: 'Ольга Петрова', flat: '17', body: 'Темно у лифта, боюсь ходить' });
  const neighbour = await asResident(regions, 'tyumen');
  const seen = await similarComplaints(neighbour, { houseId: here.houseId, category: 'entrance.light' });
  expect(seen).toMatchObject([{ number }]);
  expect(Object.keys(seen[0] ?? {}).sort()).toEqual(['filedAt', 'line', 'number', 'pill', 'title']);
  expect(JSON.stringify(seen)).not.toMatch(/Ольга|"17"|боюсь/);
  const elsewhere = await makeHouse(here.system, { companyId: here.companyId });
  expect(await similarComplaints(neighbour, { houseId: elsewhere, category: 'entrance.light' })).toEqual([]);
});

it('other region: nothing of it is similar', async ({ regions, here, there }) => {
  await fileIn(there, { category: 'other', body: canary('omsk') });
  await fileIn(here, { category: 'other', body: canary('tyumen') });
  const ask = { houseId: there.houseId, category: 'other' };
  expect(await similarComplaints(here.resident, ask)).toEqual([]);
  expect(await similarComplaints(there.resident, ask)).toHaveLength(1);
  await leakProbe(regions, (ctx) => similarComplaints(ctx, { houseId: here.houseId, category: 'other' }));
});
