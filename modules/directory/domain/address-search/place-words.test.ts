// Names without type words; sources by their kind; house numbers for sorting; keys that touch.
import { expect, it } from 'vitest';
import { leadingNumber } from './house-number.ts';
import { areNeighbours } from './keyboard.ts';
import { bareCity, plateNumber } from './place-words.ts';
import { sourceKind } from '../source-kind.ts';

it.each([
  ['г. Тюмень', 'Тюмень'],
  ['Тюменский р-н, рп. Винзили', 'Винзили'],
  ['п Боровский', 'Боровский'],
  ['с. Горки', 'Горки'],
  ['пгт. Богандинский', 'Богандинский'],
  ['х. Весёлый', 'Весёлый'],
  ['СТ. Голышманово', 'Голышманово'],
  ['д. Падерина', 'Падерина'],
  ['Ишим', 'Ишим'],
  ['дом. Тест', 'дом. Тест'],
  ['Большая с. Тест', 'Большая с. Тест'],
  ['г.  Ялуторовск', 'Ялуторовск'],
])('%s is %s', (city, bare) => {
  expect(bareCity(city)).toBe(bare);
});

it.each([
  ['14 корп. 1', '14к1'],
  ['14  стр.  2', '14с2'],
  ['46 лит. А', '46А'],
  ['14 корп. 1 стр. 2 лит. А', '14к1с2А'],
  ['14', '14'],
  ['14корп.1стр.2лит.А', '14к1с2А'],
])('number %s on a plate is %s', (number, plate) => {
  expect(plateNumber(number)).toBe(plate);
});

it('puts numbers in order', () => {
  expect(['14/1', '7а', 'а7', ''].map(leadingNumber)).toEqual([14, 7, 0, 0]);
});

it('calls every mapping profile by one word', () => {
  expect(['profile-heat', 'gar', 'my-profile-x'].map(sourceKind)).toEqual(['profile', 'gar', 'my-profile-x']);
});

it('knows which keys touch', () => {
  const around = (key: string) => [...'йцукенгшщзхъфывапролджэячсмитьбю'].filter((other) => areNeighbours(key, other)).join('');
  expect(around('а')).toBe('кевпсм');
  expect(around('й')).toBe('цф');
  expect(around('ю')).toBe('джб');
  expect(around('ъ')).toBe('хэ');
  expect(around('ф')).toBe('йцыя');
  expect(areNeighbours('1', 'й')).toBe(false);
});
