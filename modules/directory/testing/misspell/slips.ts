// Single slips of a hand or an ear in one word, by a seeded source of chance.
import type { Random } from '@zhkh/tools/testing/seeded';

export type Slip = (word: string, random: Random) => string;

const KEYS = ['йцукенгшщзхъ', 'фывапролджэ', 'ячсмитьбю'];
const LETTERS = 'абвгдежзийклмнопрстуфхцчшщыьэюя';

function neighbours(letter: string): string {
  const row = KEYS.findIndex((keys) => keys.includes(letter));
  const at = KEYS[row]?.indexOf(letter) ?? -1;
  if (at < 0) return '';
  return [KEYS[row]?.[at - 1], KEYS[row]?.[at + 1], KEYS[row - 1]?.[at], KEYS[row + 1]?.[at]].join('');
}

const place = (word: string, random: Random) => random.between(word.length > 3 ? 1 : 0, word.length - 1);
const put = (word: string, at: number, text: string, instead = 1) => word.slice(0, at) + text + word.slice(at + instead);

export const nextKey: Slip = (word, random) => {
  const at = place(word, random);
  const keys = neighbours(word[at] ?? '');
  return keys ? put(word, at, random.pick([...keys])) : word;
};
export const dropped: Slip = (word, random) => put(word, place(word, random), '');
export const doubled: Slip = (word, random) => {
  const at = place(word, random);
  return put(word, at, (word[at] ?? '').repeat(2));
};
export const inserted: Slip = (word, random) => put(word, place(word, random), random.pick([...LETTERS]), 0);
export const swapped: Slip = (word, random) => {
  const at = Math.min(place(word, random), word.length - 2);
  return at < 0 ? word : put(word, at, `${word[at + 1]}${word[at]}`, 2);
};

const HEARD: readonly (readonly [string, string])[] = [
  ['о', 'а'],
  ['а', 'о'],
  ['е', 'и'],
  ['и', 'е'],
  ['я', 'е'],
  ['з', 'с'],
  ['с', 'з'],
  ['ы', 'и'],
  ['щ', 'сч'],
  ['щ', 'ш'],
  ['б', 'п'],
  ['д', 'т'],
  ['т', 'д'],
  ['г', 'к'],
  ['в', 'ф'],
  ['ж', 'ш'],
  ['тся', 'ться'],
  ['ского', 'скова'],
  ['ий', 'ый'],
  ['ая', 'оя'],
  ['нн', 'н'],
  ['сс', 'с'],
  ['ь', ''],
  ['стн', 'сн'],
];

/** As it is heard: «октебрьская», «мельнекайте». */
export const heard: Slip = (word, random) => {
  const fitting = HEARD.filter(([from]) => word.includes(from));
  if (fitting.length === 0) return word;
  const [from, to] = random.pick(fitting);
  const places = [...word.matchAll(new RegExp(from, 'g'))].map((match) => match.index);
  return put(word, random.pick(places), to, from.length);
};

/** The slip strikes one of the longest two words of a name. */
export function inOneWord(name: string, slip: Slip, random: Random): string {
  const words = name.split(' ');
  const long = words.filter((word) => /^[а-яё]{4,}$/i.test(word)).sort((a, b) => b.length - a.length);
  if (long.length === 0) return name;
  const word = random.pick(long.slice(0, 2));
  for (let tries = 0; tries < 5; tries += 1) {
    const wrong = slip(word.toLowerCase(), random);
    if (wrong !== word.toLowerCase()) return words.map((one) => (one === word ? wrong : one)).join(' ');
  }
  return name;
}
