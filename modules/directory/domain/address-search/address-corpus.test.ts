// The address search over a body of written queries, word by word as it read them when people last looked: a change of any weight shows
// in the texts under read-alike/. Look at the difference; when it is meant, renew them with `vitest run -u` on this file.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { seeded } from '@zhkh/tools/testing/seeded';
import { expect, it } from 'vitest';
import { classes } from '../../testing/misspell/classes.ts';
import { type AddressQuery, readQuery } from './address-query.ts';
import { type Slips, streetsFor } from './find-streets.ts';
import { houseKey } from './house-number.ts';
import { likeWords } from './like-words.ts';
import { edits, slips, sound, soundPairs } from './likeness.ts';
import { readings } from './normalise.ts';
import { type ParsedAddress, parseAddress } from './parse-address.ts';
import { byNumber, bySteps } from './rank-houses.ts';
import { buildDictionary } from './street-dictionary.ts';

const file = (name: string) => path.join(import.meta.dirname, 'read-alike', name);
const linesOf = (...parts: string[]) =>
  readFileSync(path.join(import.meta.dirname, ...parts), 'utf8')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'));

/** Made inside the first test that asks: what a file does while it loads belongs to no test. */
let made: ReturnType<typeof makeCorpus> | undefined;
const corpus = () => (made ??= makeCorpus());

function makeCorpus() {
  const pairs = ['misspelt-queries.tsv', 'misspelt-queries-55.tsv'].flatMap((name) =>
    linesOf('../../testing', name).map((line) => line.split('\t') as [query: string, address: string]),
  );
  const houses = [...new Set(pairs.map(([, address]) => address))]
    .map((address) => parseAddress(address))
    .filter((house): house is ParsedAddress => house !== null);
  const byHand = pairs.filter((_, at) => at % 6 === 0).map(([query]) => query);
  const written = [...new Set([...byHand, ...misspelt(houses), ...linesOf('read-alike', 'queries.txt')])];
  return { houses, written, dictionary: dictionaryOf(houses) };
}

/** Two queries of every kind of carelessness. */
function misspelt(houses: readonly ParsedAddress[]): string[] {
  const random = seeded(5);
  return Object.values(classes).flatMap((misspell, at) =>
    [at * 3, at * 5 + 40].map((index) => misspell(houses[index % houses.length] as ParsedAddress, random)),
  );
}

function dictionaryOf(houses: readonly ParsedAddress[]) {
  const streets = new Map(houses.map((house) => [`${house.cityNorm}|${house.streetNorm}|${house.street}`, house]));
  return buildDictionary(
    [...streets.values()]
      .sort((a, b) => (a.streetNorm < b.streetNorm ? -1 : 1))
      .map((house, at) => ({
        id: `${at} ${house.city}, ${house.street}`,
        street: house.street,
        city_norm: house.cityNorm,
        street_norm: house.streetNorm,
        city_houses: house.cityNorm.length * 10,
      })),
  );
}

const told = ({ words, before, typeBefore, spare, numbers, types, postalCode }: AddressQuery) =>
  [words.join(' '), before, typeBefore.join(','), spare.join(' '), numbers.join(' '), types.join(' '), postalCode ?? ''].join(
    '|',
  );
const round = (cost: number) => (Number.isFinite(cost) ? Math.round(cost * 1000) / 1000 : 'far');

it('reads queries', async () => {
  const { written } = corpus();
  const lines = written.flatMap((query) => [query, ...readQuery(query).map((one) => `  ${told(one)}`)]);
  await expect(lines.join('\n')).toMatchFileSnapshot(file('readings.txt'));
});

it('tries other alphabets and layouts', async () => {
  const { written } = corpus();
  const lines = written.filter((query) => /[a-z]/i.test(query)).map((query) => `${query}: ${readings(query).join(' | ')}`);
  await expect(lines.join('\n')).toMatchFileSnapshot(file('alphabets.txt'));
});

it.each(['none', 'some', 'many'] satisfies Slips[])('finds streets with %s slips', async (allowed) => {
  const { written, dictionary } = corpus();
  const lines = written.flatMap((query) => {
    const found = streetsFor(dictionary, readQuery(query), allowed);
    return [
      `${query}: ${found.length}`,
      ...found.slice(0, 3).map((one) => `  ${round(one.cost)} ${one.id} ${one.query.numbers[0] ?? ''}`),
    ];
  });
  await expect(lines.join('\n')).toMatchFileSnapshot(file(`streets-${allowed}.txt`));
});

it('orders houses of the streets found', async () => {
  const { houses, written, dictionary } = corpus();
  const keys = houses.map((house) => ({ number_key: house.numberKey, street: `${house.city}, ${house.street}` }));
  const lines = written.flatMap((query, at) => {
    const streets = streetsFor(dictionary, readQuery(query), 'some').slice(0, 3);
    const there = streets.flatMap((street, place) =>
      keys
        .filter((key) => street.id.endsWith(` ${key.street}`))
        .map(({ number_key }) => ({ place, number_key, postal_code: at % 2 ? '644000' : null })),
    );
    const shown = (ranked: ReturnType<typeof byNumber>) =>
      ranked.slice(0, 4).map(({ house, cost }) => `${house.place}:${house.number_key} ${round(cost)}`);
    return [query, `  ${shown(byNumber(there, streets)).join('; ')}`, `  ${shown(bySteps(there, streets)).join('; ')}`];
  });
  await expect(lines.join('\n')).toMatchFileSnapshot(file('houses.txt'));
});

it('takes registered addresses apart', async () => {
  const { houses } = corpus();
  const lines = [...houses.slice(0, 20).map(({ address }) => address), ...registered].map(
    (line) => `${line}: ${JSON.stringify(parseAddress(line))}`,
  );
  await expect(lines.join('\n')).toMatchFileSnapshot(file('addresses.txt'));
});

it('weighs slips', async () => {
  const { houses, written, dictionary } = corpus();
  const words = [...new Set(houses.flatMap((house) => house.streetNorm.split(' ')))].slice(0, 60);
  const typed = written.flatMap((query) => readQuery(query)[0]?.words ?? []).slice(0, 160);
  const compared = typed.map((word, at) => {
    const other = words[at % words.length] ?? '';
    const { whole, prefix } = slips(word, other, 4);
    return `${word} ~ ${other}: ${round(whole)} ${round(prefix)} ${edits(word, other)} ${sound(word)} ${soundPairs(sound(word)).join(',')}`;
  });
  const alike = typed.map((word) => {
    const found = likeWords(dictionary, word, 'many').map((one) => `${dictionary.words[one.word]?.text} ${round(one.cost)}`);
    return `${word}: ${found.sort().join(', ')}`;
  });
  await expect([...compared, ...alike].join('\n')).toMatchFileSnapshot(file('slips.txt'));
});

it('makes house numbers comparable', async () => {
  const typed = [
    'д. 14',
    'дом14',
    '14 корпус 1',
    '14 корп1',
    '14кор1',
    '14к.1',
    '14 стр. 2',
    '14 строение 2',
    '14 соор 2',
    '14с2',
    '14 лит. А',
  ];
  const more = [
    '14 литера Б',
    '14 литер В',
    '14-2',
    '14\\2',
    '14 / 2',
    '14 - а',
    '14А',
    '14 аб',
    '  14   1 ',
    'к1',
    'дом',
    'двор 3',
    '14/1/2',
  ];
  const lines = [...typed, ...more].map((text) => `${text}: ${houseKey(text)}`);
  await expect(lines.join('\n')).toMatchFileSnapshot(file('numbers.txt'));
});

const registered = [
  '625000, обл. Тюменская, г. Тюмень, ул. Республики, д. 14, корп. 1',
  '625000,Тюменская обл,Тюмень г,Республики ул,дом 14,строение 2',
  'обл. Тюменская, р-н. Тюменский, с. Перевалово, ул. Мира, д. 3а',
  'респ. Крым, г. Симферополь, п. Грэсовский, ул. Яблочкова, 5',
  'г. Санкт-Петербург, к. 2, ул. Мира, д. 3, к. 5, лит. А',
  'край Пермский, г.о. Пермь, д. Большая Мось, д. 7/1',
  'край Пермский, рп Полазна, 12-3',
  'Москва, Тверская, 7',
  'г.Москва, ул.Тверская, д.7, стр.1',
  'г. Москва, мкр. 7, д 12',
  'г. Москва, тер. СНТ Заря, ул. 1-я Линия, влд. 3',
  '12345, г. Москва, ул. Мира, д. 3',
  'г. Москва, ул. Мира',
  'ул. Мира, д. 3',
  'ao Ханты-Мансийский, г. Сургут, пр-кт. Ленина, дом 1',
  'г. Москва,  ул.  Мира , д. 3 , с Садовое',
  'г. Москва, ул. Мира, корпус Садовый, д. 3',
];
