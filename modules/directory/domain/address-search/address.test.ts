// Addresses taken apart, house numbers compared, queries read.
import { describe, expect, it } from 'vitest';
import { readQuery } from './address-query.ts';
import { houseKey } from './house-number.ts';
import { fromEnglishLayout } from './keyboard.ts';
import { fold, words } from './normalise.ts';
import { parseAddress } from './parse-address.ts';

describe('parseAddress', () => {
  it.each([
    [
      '190000, Санкт-Петербург г, пр-кт. Литейный, д. 46, литер А',
      'г. Санкт-Петербург, пр-кт Литейный, д. 46 лит. А',
      '46а',
      'литейный',
    ],
    [
      '625000, Тюменская обл, г. Тюмень, ул. Республики, д. 14, корп. 1',
      'г. Тюмень, ул. Республики, д. 14 корп. 1',
      '14/1',
      'республики',
    ],
    ['обл Тюменская, р-н Тюменский, рп Винзили, ул Сосновая, д 7а', 'рп. Винзили, ул. Сосновая, д. 7а', '7а', 'сосновая'],
    ['644000, обл. Омская, г. Омск, ул. 1-я Заводская, д. 4', 'г. Омск, ул. 1-я Заводская, д. 4', '4', '1я заводская'],
    [
      '190000, Санкт-Петербург г, наб. Реки Фонтанки, д. 32/1, литер А',
      'г. Санкт-Петербург, наб. Реки Фонтанки, д. 32/1 лит. А',
      '32/1а',
      'реки фонтанки',
    ],
    ['обл. Тюменская, р-н. Ишимский, д. Синицына, ул. Лесная, д. 3', 'д. Синицына, ул. Лесная, д. 3', '3', 'лесная'],
  ])('%s', (raw, address, key, street) => {
    const parsed = parseAddress(raw);
    expect([parsed?.address, parsed?.numberKey, parsed?.streetNorm]).toEqual([address, key, street]);
  });

  it('finds no house where there is none', () => {
    expect([parseAddress('625000, обл. Тюменская, г. Тюмень, ул. Без Номера'), parseAddress(''), parseAddress(', , ,')]).toEqual([
      null,
      null,
      null,
    ]);
  });
});

describe('houseKey', () => {
  it('reads the ways to write one house alike', () => {
    expect(['14 корп. 1', '14к1', '14/1', '14 корпус 1', '14-1', 'д. 14 к. 1'].map(houseKey)).toEqual(
      Array.from({ length: 6 }, () => '14/1'),
    );
    expect(['14 А', '14а', '46 лит. А', '84 стр. 1', '84с1'].map(houseKey)).toEqual(['14а', '14а', '46а', '84с1', '84с1']);
  });
});

describe('fold', () => {
  it('makes letter case, ё and look-alikes one', () => {
    expect([fold('ФЁДОРОВА'), fold('Рecпyблики'), words('1-я Лесная'), fromEnglishLayout('htcge,kbrb')]).toEqual([
      'федорова',
      'республики',
      '1я лесная',
      'республики',
    ]);
  });
});

describe('readQuery', () => {
  const first = (text: string) => readQuery(text)[0];
  it.each([
    ['республики 14', ['республики'], '14'],
    ['Республики д.14к1', ['республики'], '14/1'],
    ['14 республики', ['республики'], '14'],
    ['тюмень 30 лет победы 14', ['тюмень', '30', 'лет', 'победы'], '14'],
    ['ул.Республики,14 корпус 1 кв 5', ['республики'], '14/1'],
    ['набережная 5', ['набережная'], '5'],
    ['9 мая 12 а тюмень', ['9', 'мая', 'тюмень'], '12а'],
    ['4 мкр 12', ['4'], '12'],
  ])('%s', (text, wanted, number) => {
    expect([first(text)?.words, first(text)?.numbers[0]]).toEqual([wanted, number]);
  });

  it('reads nothing out of nothing', () => {
    expect([readQuery(''), readQuery(' ,.; '), readQuery('д.')]).toEqual([[], [], []]);
  });
});
