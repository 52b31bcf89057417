// Typed words and the names they stand for: layouts, alphabets, numerals, slips, streets in a small dictionary.
import { describe, expect, it } from 'vitest';
import { readQuery } from './address-query.ts';
import { type Slips, streetsFor } from './find-streets.ts';
import { fromEnglishLayout, fromEnglishLetters } from './keyboard.ts';
import { edits, slips, sound } from './likeness.ts';
import { withDigits } from './number-words.ts';
import { buildDictionary } from './street-dictionary.ts';
import { fromTranslit } from './transliteration.ts';

describe('other writings', () => {
  it('reads the keys of the Russian layout', () => {
    expect([
      fromEnglishLayout('htcge,kbrb, 14r1'),
      fromEnglishLayout('u/n.vtym? Ghjtpl'),
      fromEnglishLetters('ek.ktybyf,12'),
    ]).toEqual(['республики, 14к1', 'г.тюмень, проезд', 'ул.ленина,12']);
  });

  it.each(['Tyumen', 'Tiumen', 'Tjumen'])('reads %s', (city) => expect(fromTranslit(city)).toBe('тюмен'));

  it('reads schemes of transliteration', () => {
    expect(["Mel'nikajte", 'Shcherbakova', 'Sadovaia', 'Moskovskiy', 'Har’kovskaja'].map(fromTranslit)).toEqual([
      'мельникайте',
      'щербакова',
      'садовая',
      'московский',
      'харьковская',
    ]);
  });

  it.each([
    ['сорок лет победы', '40 лет победы'],
    ['восьмого марта', '8 марта'],
    ['первая заводская', '1я заводская'],
    ['двадцать пятого октября', '25 октября'],
    ['viii марта', '8 марта'],
    ['первомайская', 'первомайская'],
  ])('%s', (words, digits) => expect(withDigits(words)).toBe(digits));
});

describe('slips', () => {
  const whole = (typed: string, word: string) => slips(typed, word, 9).whole;

  it('count less where letters sound alike, lie side by side or change places', () => {
    expect(whole('республики', 'республики')).toBe(0);
    expect(whole('рispublики', 'республики')).toBeGreaterThan(3);
    expect(whole('риспублики', 'республики')).toBeLessThan(whole('рсспублики', 'республики'));
    expect(whole('лнеина', 'ленина')).toBeLessThan(edits('лнаина', 'ленина'));
    expect(sound('счербакова')).toBe(sound('щербокова'));
  });

  it('give up above the limit', () => {
    expect(slips('абвгдежз', 'щщщщщщщщ', 2).whole).toBe(Number.POSITIVE_INFINITY);
  });
});

describe('streetsFor', () => {
  const names: [string, string, number][] = [
    ['тюмень', 'ленина', 500],
    ['тобольск', 'ленина', 50],
    ['тюмень', 'карла маркса', 500],
    ['тюмень', '1я заводская', 500],
    ['тюмень', '2я заводская', 500],
    ['винзили', '', 20],
  ];
  const rows = names
    .map(([city_norm, street_norm, city_houses], at) => ({
      id: `${at}`,
      street: `ул. ${street_norm}`,
      city_norm,
      street_norm,
      city_houses,
    }))
    .sort((a, b) => (a.street_norm < b.street_norm ? -1 : 1));
  const dictionary = buildDictionary(rows);
  const best = (typed: string, slips: Slips = 'some') => streetsFor(dictionary, readQuery(typed), slips)[0]?.id;

  it.each([
    ['ленина 5', '0'],
    ['ленина 5 тобольск', '1'],
    ['табольск линина 5', '1'],
    ['карламаркса 5', '2'],
    ['маркса карла', '2'],
    ['ул.кар маркса 5', '2'],
    ['1 заводская 5', '3'],
    ['вторая завадская 5', '4'],
    ['винзили 5', '5'],
    ['улленина5', '0'],
    ['ле нина 5', '0'],
  ])('%s', (typed, id) => expect(best(typed)).toBe(id));

  it('looks for exact words only when told so, and finds nothing in noise', () => {
    expect([best('линина 5', 'none'), best('жхщчц 5'), best('лен', 'none')]).toEqual([undefined, undefined, '0']);
  });
});
