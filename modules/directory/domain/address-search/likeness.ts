// How far a typed word is from a registered one, counted in slips: a wrong letter is 1, what sounds alike or lies on the next key is less.
import { DOUBLED, NEXT_KEY, SIGN, SOUNDS_ALIKE, SWAPPED, VOWEL, WRONG } from './costs.ts';
import { areNeighbours } from './keyboard.ts';

const ALIKE = new Set(
  'ао ае еи ея ея эе эи иы йи йы юу яе яи ая уо зс бп дт гк вф жш цс щш чщ кх гх ъь жз'
    .split(' ')
    .flatMap((pair) => [pair, [...pair].reverse().join('')]),
);
const VOWELS = new Set('аеиоуыэюя');
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
  if (letter === 'ь' || letter === 'ъ' || letter === '-') return SIGN;
  return VOWELS.has(letter) ? VOWEL : WRONG;
}

export interface Slips {
  /** Of the whole word. */
  whole: number;
  /** Of its best beginning. */
  prefix: number;
}

interface Costs {
  replace(a: string, b: string): number;
  extra(letter: string, neighbour: string | undefined): number;
  swap: number;
}

const WEIGHED: Costs = { replace: replaceCost, extra: extraCost, swap: SWAPPED };
const PLAIN: Costs = { replace: (a, b) => (a === b ? 0 : 1), extra: () => 1, swap: 1 };
const FAR: Slips = { whole: Number.POSITIVE_INFINITY, prefix: Number.POSITIVE_INFINITY };

/** The slips that lead from one word to the other; gives up above `limit`. */
export function slips(typed: string, word: string, limit: number): Slips {
  return align(typed, word, limit, WEIGHED);
}

/** Every slip counts 1: insert, delete, replace, swap of neighbours. */
export function edits(a: string, b: string, limit = Number.POSITIVE_INFINITY): number {
  return align(a, b, limit, PLAIN).whole;
}

const LONGEST = 64;
/** Three rows of the table, used again for each pair: thousands of pairs are compared for one typed word. */
const ROWS = [0, 1, 2].map(() => new Float64Array(LONGEST + 1)) as [Float64Array, Float64Array, Float64Array];

/** Optimal string alignment. */
function align(typed: string, word: string, limit: number, costs: Costs): Slips {
  const width = word.length;
  if (width > LONGEST) return FAR;
  let [before, last, row] = ROWS;
  last[0] = 0;
  for (let j = 1; j <= width; j += 1) last[j] = (last[j - 1] as number) + costs.extra(word[j - 1] as string, word[j - 2]);
  for (let i = 1; i <= typed.length; i += 1) {
    const letter = typed[i - 1] as string;
    const insert = costs.extra(letter, typed[i - 2]);
    let left = (last[0] as number) + insert;
    let least = left;
    row[0] = left;
    for (let j = 1; j <= width; j += 1) {
      const target = word[j - 1] as string;
      let best = (last[j - 1] as number) + costs.replace(letter, target);
      best = Math.min(best, (last[j] as number) + insert, left + costs.extra(target, word[j - 2]));
      if (i > 1 && j > 1 && letter === word[j - 2] && typed[i - 2] === target && letter !== target)
        best = Math.min(best, (before[j - 2] as number) + costs.swap);
      row[j] = best;
      left = best;
      if (best < least) least = best;
    }
    if (least > limit) return FAR;
    [before, last, row] = [last, row, before];
  }
  let prefix = Number.POSITIVE_INFINITY;
  for (let j = 0; j <= width; j += 1) prefix = Math.min(prefix, last[j] as number);
  return { whole: last[width] as number, prefix };
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

/** Pairs of neighbouring letters, with the edges of the word. */
export function soundPairs(heard: string): string[] {
  const edged = ` ${heard} `;
  const pairs = new Set<string>();
  for (let at = 0; at + 1 < edged.length; at += 1) pairs.add(edged.slice(at, at + 2));
  return [...pairs];
}
