// Houses to choose from: by words, else by position.
import { leakProbe } from '@zhkh/tools/testing';
import { expect } from 'vitest';
import { makeHouse } from '../../testing/factories.ts';
import { demolish } from '../../testing/imported-facts.ts';
import { it } from '../../testing/it.ts';
import { findChoices } from './find-choices.server.ts';

const at = (street: string, number: number) => `обл. Тюменская, г. Тюмень, ул. ${street}, д. ${number}`;

it('right: by words, and by position when there are none', async ({ here }) => {
  const named = await makeHouse(here.system, { address: at('Ромашковая', 5) });
  const near = await makeHouse(here.system, { address: at('Полевая', 1), point: { lat: 57.1234, lon: 65.4321 } });
  const byWords = await findChoices(here.resident, { q: 'ромашковая 5', lat: 57.1234, lon: 65.4321 });
  expect([byWords.by, byWords.hits[0]?.id]).toEqual(['words', named]);
  const byPosition = await findChoices(here.resident, { lat: 57.1234, lon: 65.4321 });
  expect(byPosition).toMatchObject({ by: 'position', hits: [{ id: near, distance: 0 }] });
});

it('right: the position is rounded before it is asked by, the list is no longer than asked', async ({ here }) => {
  for (const number of [1, 2]) await makeHouse(here.system, { address: at('Круглая', number), point: { lat: 56.5, lon: 66.5 } });
  const choices = await findChoices(here.resident, { lat: 56.50004, lon: 66.49996 }, 1);
  expect(choices.hits.map((hit) => [hit.street, hit.distance])).toEqual([['ул. Круглая', 0]]);
});

it('refused: without words half a position finds nothing; a demolished house is no choice', async ({ here }) => {
  const gone = await makeHouse(here.system, { address: at('Бывшая', 9), point: { lat: 55.9, lon: 67.9 } });
  expect((await findChoices(here.resident, { lat: 55.9, lon: 67.9 })).hits.map((hit) => hit.id)).toEqual([gone]);
  await demolish(here.system, gone);
  expect(await findChoices(here.resident, { lat: 55.9, lon: 67.9 })).toEqual({ by: 'position', hits: [] });
  expect((await findChoices(here.resident, { q: 'бывшая 9' })).hits.map((hit) => hit.id)).not.toContain(gone);
  for (const query of [{}, { q: '' }, { lat: 57.1234 }, { lon: 65.4321 }])
    expect(await findChoices(here.resident, query)).toEqual({ by: null, hits: [] });
});

it('other region: neither words nor position lead to its house', async ({ regions, here, there }) => {
  const point = { lat: 54.98, lon: 73.37 };
  const theirs = await makeHouse(there.system, { address: at('Иртышская', 7), point });
  expect((await findChoices(there.resident, { q: 'иртышская 7' })).hits[0]?.id).toBe(theirs);
  expect((await findChoices(there.resident, point)).hits[0]?.id).toBe(theirs);
  expect((await findChoices(here.resident, { q: 'иртышская 7' })).hits.map((hit) => hit.id)).not.toContain(theirs);
  expect((await findChoices(here.resident, point)).hits).toEqual([]);
  await leakProbe(regions, (ctx) => findChoices(ctx, { q: 'иртышская 7' }));
});
