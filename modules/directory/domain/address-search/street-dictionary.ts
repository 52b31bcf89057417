// All streets of a region in memory, by the words of their names: small enough to be compared with whatever was typed.
import { typeWord } from './address-words.ts';
import { sound, soundPairs } from './likeness.ts';
import { fold } from './normalise.ts';
import { withDigits } from './number-words.ts';

export interface StreetRow {
  id: string;
  street: string;
  city_norm: string;
  street_norm: string;
  city_houses: number;
}

export interface Street {
  id: string;
  words: readonly number[];
  /** The name as one word; -1 = it is one. */
  glued: number;
  city: number;
  /** As printed: «ул.», «пр-кт»; empty = none. */
  type: string;
}

export interface City {
  words: readonly number[];
  glued: number;
  houses: number;
  streets: number[];
  /** Of houses that stand on no street. */
  bare: number | null;
}

/** A word met in names; a name of several words is also one glued word: «карламаркса». */
export interface Word {
  text: string;
  sound: string;
  /** Streets and cities whose name holds the word, or is the glued one. */
  streets: number[];
  cities: number[];
  glued: boolean;
}

export interface StreetDictionary {
  streets: readonly Street[];
  cities: readonly City[];
  words: readonly Word[];
  /** Places of words in alphabetic order, for beginnings. */
  sorted: readonly number[];
  byText: ReadonlyMap<string, number>;
  /** Words that begin with a number, by its digits. */
  byDigits: ReadonlyMap<string, readonly number[]>;
  /** Words by the pairs of letters in their sound. */
  bySoundPair: ReadonlyMap<string, readonly number[]>;
  /** Bigger cities first. */
  cityOrder: readonly number[];
}

/** Rows in alphabetic order: equal streets are shown as they come. */
export function buildDictionary(rows: readonly StreetRow[]): StreetDictionary {
  const words: Word[] = [];
  const byText = new Map<string, number>();
  const streets: Street[] = [];
  const cities: City[] = [];
  const byCity = new Map<string, number>();

  function wordAt(text: string, glued = false): number {
    const known = byText.get(text);
    if (known !== undefined && (glued || !words[known]?.glued)) return known;
    words.push({ text, sound: sound(text), streets: [], cities: [], glued });
    byText.set(text, words.length - 1);
    return words.length - 1;
  }

  function cityAt(norm: string, houses: number): number {
    const known = byCity.get(norm);
    if (known !== undefined) return known;
    const names = split(norm);
    const glued = names.length > 1 ? wordAt(names.join(''), true) : -1;
    cities.push({ words: names.map((name) => wordAt(name)), glued, houses, streets: [], bare: null });
    const place = cities.length - 1;
    byCity.set(norm, place);
    for (const word of cities[place]?.words ?? []) words[word]?.cities.push(place);
    words[glued]?.cities.push(place);
    return place;
  }

  for (const row of rows) {
    const names = split(row.street_norm);
    const city = cityAt(row.city_norm, row.city_houses);
    const place = streets.length;
    const type = typeWord(fold(row.street.split(' ')[0] ?? ''));
    const glued = names.length > 1 ? wordAt(names.join(''), true) : -1;
    streets.push({
      id: row.id,
      words: names.map((name) => wordAt(name)),
      glued,
      city,
      type: type?.print ?? '',
    });
    const home = cities[city];
    home?.streets.push(place);
    if (home && names.length === 0) home.bare = place;
    for (const word of new Set(streets[place]?.words)) words[word]?.streets.push(place);
    words[glued]?.streets.push(place);
  }
  return { streets, cities, words, byText, ...ordersOf(words, cities) };
}

function ordersOf(words: readonly Word[], cities: readonly City[]) {
  const byDigits = new Map<string, number[]>();
  const bySoundPair = new Map<string, number[]>();
  for (const [place, word] of words.entries()) {
    for (const pair of soundPairs(word.sound)) keep(bySoundPair, pair, place);
    const digits = /^\d+/.exec(word.text)?.[0];
    if (digits && !word.glued) keep(byDigits, digits, place);
  }
  const text = (place: number) => words[place]?.text ?? '';
  const sorted = [...words.keys()].sort((a, b) => (text(a) < text(b) ? -1 : 1));
  const cityOrder = [...cities.keys()].sort((a, b) => (cities[b]?.houses ?? 0) - (cities[a]?.houses ?? 0));
  return { byDigits, sorted, cityOrder, bySoundPair };
}

function keep(lists: Map<string, number[]>, key: string, place: number): void {
  const list = lists.get(key);
  if (list) list.push(place);
  else lists.set(key, [place]);
}

function split(norm: string): string[] {
  return withDigits(norm).split(' ').filter(Boolean);
}
