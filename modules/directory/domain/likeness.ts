// How far a typed word is from a registered one, counted in slips: a wrong letter is 1, what sounds alike or lies on the next key is less.
import { areNeighbours } from './keyboard.ts';

const WRONG = 1;
const NEXT_KEY = 0.8;
const SOUNDS_ALIKE = 0.4;
const SWAPPED = 0.8;
const DOUBLED = 0.5;
const SIGN = 0.3;

const ALIKE = new Set(
  'ао ае еи ея ея эе эи иы йи йы юу яе яи ая уо зс бп дт гк вф жш цс щш чщ кх гх ъь жз'
    .split(' ')
    .flatMap((pair) => [pair, [...pair].reverse().join('')]),
);
const ALPHABET = 'абвгдежзийклмнопрстуфхцчшщъыьэюя';
const SIZE = ALPHABET.length;

/** What it costs to take one letter for the other, by their places in the alphabet. */
const REPLACE = Float64Array.from({ length: SIZE * SIZE }, (_, at) => {
  const [a = '', b = ''] = [ALPHABET[Math.floor(at / SIZE)], ALPHABET[at % SIZE]];
  return a === b ? 0 : ALIKE.has(a + b) ? SOUNDS_ALIKE : areNeighbours(a, b) ? NEXT_KEY : WRONG;
});

function replaceCost(a: string, b: string): number {
  if (a === b) return 0;
  const [one, other] = [a.charCodeAt(0) - 1072, b.charCodeAt(0) - 1072];
  return one >= 0 && one < SIZE && other >= 0 && other < SIZE ? (REPLACE[one * SIZE + other] ?? WRONG) : WRONG;
}

function extraCost(letter: string, neighbour: string | undefined): number {
  if (letter === neighbour) return DOUBLED;
  return letter === 'ь' || letter === 'ъ' || letter === '-' ? SIGN : WRONG;
}

export interface Slips {
  /** Of the whole word. */
  whole: number;
  /** Of its best beginning. */
  prefix: number;
}

/** Optimal string alignment with weights; gives up (Infinity) above `limit`. */
export function slips(typed: string, word: string, limit: number): Slips {
  const width = word.length;
  let before: number[] = [];
  let last: number[] = [0];
  for (let j = 1; j <= width; j += 1) last.push((last[j - 1] ?? 0) + extraCost(word[j - 1] ?? '', word[j - 2]));
  for (let i = 1; i <= typed.length; i += 1) {
    const letter = typed[i - 1] ?? '';
    const insert = extraCost(letter, typed[i - 2]);
    const row = [(last[0] ?? 0) + insert];
    let least = row[0] ?? 0;
    for (let j = 1; j <= width; j += 1) {
      const target = word[j - 1] ?? '';
      let best = Math.min(
        (last[j] ?? 0) + insert,
        (row[j - 1] ?? 0) + extraCost(target, word[j - 2]),
        (last[j - 1] ?? 0) + replaceCost(letter, target),
      );
      if (i > 1 && j > 1 && letter === word[j - 2] && typed[i - 2] === target && letter !== target)
        best = Math.min(best, (before[j - 2] ?? 0) + SWAPPED);
      row.push(best);
      if (best < least) least = best;
    }
    if (least > limit) return { whole: Number.POSITIVE_INFINITY, prefix: Number.POSITIVE_INFINITY };
    before = last;
    last = row;
  }
  return { whole: last[width] ?? 0, prefix: Math.min(...last) };
}

/** Every slip counts 1: insert, delete, replace, swap of neighbours. */
export function edits(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, (before[j - 2] ?? 0) + 1);
      row.push(best);
    }
    before = last;
    last = row;
  }
  return last[b.length] ?? 0;
}

/** Read one after the other. */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/[сзш]ч|жч/g, 'щ'],
  [/т[ь]?с|дс/g, 'ц'],
  [/стн/g, 'сн'],
  [/здн/g, 'зн'],
  [/[ьъ]/g, ''],
  [/ого$/g, 'ово'],
  [/ю/g, 'у'],
  [/[эияеый]/g, 'и'],
  [/о/g, 'а'],
  [/б/g, 'п'],
  [/в/g, 'ф'],
  [/г/g, 'к'],
  [/д/g, 'т'],
  [/ж/g, 'ш'],
  [/з/g, 'с'],
];

/** How a word sounds: unstressed vowels, voiced ends, soft signs and double letters made one. */
export function sound(word: string): string {
  let result = word;
  for (const [from, to] of SOUNDS) result = result.replace(from, to);
  return result.replace(/(.)\1+/g, '$1');
}

/** Letters of a word as bits: two words some slips apart differ by few of them. */
export function letterBits(word: string): number {
  let bits = 0;
  for (let at = 0; at < word.length; at += 1) bits |= 1 << (word.charCodeAt(at) & 31);
  return bits;
}

export function countBits(bits: number): number {
  let left = bits - ((bits >>> 1) & 0x55555555);
  left = (left & 0x33333333) + ((left >>> 2) & 0x33333333);
  return (((left + (left >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}
