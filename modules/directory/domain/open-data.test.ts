// Fields of the published sets are a promise: whoever takes them by name must find them tomorrow.
import { expect, it } from 'vitest';
import { fieldsOfSet, formats, municipalityPattern, setNames } from './open-data.ts';

it('keeps names, kinds and meanings of the published fields', async () => {
  expect([setNames, formats]).toEqual([
    ['houses', 'companies'],
    ['csv', 'json', 'geojson'],
  ]);
  const lines = setNames.flatMap((set) =>
    fieldsOfSet[set].map(({ name, type, meaning }) => `${set}.${name} ${type}: ${meaning}`),
  );
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('read-alike/open-data-fields.txt');
});

it.each([
  ['71701', true],
  ['71701000', true],
  ['71701000001', true],
  ['7170', false],
  ['717010', false],
  ['7170100000', false],
  ['717010000011', false],
  ['x71701', false],
  ['7170a', false],
])('%s is a municipality: %s', (code, known) => {
  expect(municipalityPattern.test(code)).toBe(known);
});
