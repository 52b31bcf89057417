// Which streets the typed words may mean: every word pays for the nearest word of the street or its city, or for saying nothing.
import { GOOD, LATER_ALPHABET, ONLY_NUMBER, SPARE, SPARE_NAME, SPLIT, SURE, WITHIN } from './costs.ts';
import type { AddressQuery } from './address-query.ts';
import { exactWords, isNumber, type LikeWord, likeWords } from './like-words.ts';
import { regrouped } from './regroup-words.ts';
import { Savings } from './savings.ts';
import { type Asked, costOf, saysLittle } from './street-cost.ts';
import type { StreetDictionary } from './street-dictionary.ts';

export interface FoundStreet {
  street: number;
  id: string;
  /** In slips: 0 = every word stands there. */
  cost: number;
  query: AddressQuery;
}

/** How much a typed word may differ from a name. */
export type Slips = 'none' | 'some' | 'many';

type Look = (typed: string) => readonly LikeWord[];

const LISTED = 80;
const FIRST = 0.5;
/** Readings tried with other spaces. */
const REGROUPED = 6;
const MOST = 600;

/** Streets of all the ways to read the text, likeliest first; the bigger city first among equals. */
export function streetsFor(dictionary: StreetDictionary, queries: readonly AddressQuery[], slips: Slips): FoundStreet[] {
  const look = lookIn(dictionary, slips);
  const best = new Map<string, FoundStreet>();
  let least = Number.POSITIVE_INFINITY;
  const add = (query: AddressQuery, extra: number) => {
    for (const found of findStreets(dictionary, query, look)) {
      const key = `${found.street} ${query.numbers[0] ?? ''}`;
      const cost = found.cost + extra;
      least = Math.min(least, cost);
      if (cost < (best.get(key)?.cost ?? Number.POSITIVE_INFINITY)) best.set(key, { ...found, cost });
    }
  };
  for (const [at, query] of queries.entries()) if (query.numbers.length > 0 || least > SURE) add(query, at * LATER_ALPHABET);
  if (slips !== 'none' && least > GOOD)
    for (const [at, query] of queries.slice(0, REGROUPED).entries())
      for (const other of regrouped(dictionary, query)) add(other, at * LATER_ALPHABET + SPLIT);
  return [...best.values()].sort((a, b) => compare(dictionary, a, b));
}

function findStreets(dictionary: StreetDictionary, query: AddressQuery, look: Look): FoundStreet[] {
  if (query.words.length === 0) return anyStreets(dictionary, query);
  const names = query.words.map((word, at) => askedOf(word, idleCost(word, at >= query.before && query.before > 0), look));
  const spare = (idle: number) => [...names, ...query.spare.map((word) => askedOf(word, idle, look))];
  const [asked, silent] = [spare(SPARE_NAME), spare(SPARE)];
  const found: FoundStreet[] = [];
  let best = Number.POSITIVE_INFINITY;
  const weigh = (street: number) => {
    const named = costOf(dictionary, street, asked, query.types);
    const cost = query.spare.length > 0 ? Math.min(named, costOf(dictionary, street, silent, query.types)) : named;
    best = Math.min(best, cost);
    if (cost < Number.POSITIVE_INFINITY) found.push({ street, id: dictionary.streets[street]?.id ?? '', cost, query });
  };
  const { streets, least } = likelyStreets(dictionary, asked);
  const lowest = streets.reduce((low, street) => Math.min(low, least(street)), Number.POSITIVE_INFINITY);
  for (const street of streets) if (least(street) <= lowest + FIRST) weigh(street);
  for (const street of streets) if (least(street) > lowest + FIRST && least(street) <= best + WITHIN) weigh(street);
  return found.sort((a, b) => compare(dictionary, a, b)).slice(0, MOST);
}

/** Streets with any of the words, and what each must cost at least, without looking at it closely. */
function likelyStreets(dictionary: StreetDictionary, asked: readonly Asked[]) {
  const ofStreets = new Savings(dictionary.streets.length);
  const ofCities = new Savings(dictionary.cities.length);
  for (const { idle, costs } of asked) {
    for (const [word, cost] of costs) {
      if (cost >= idle) continue;
      for (const street of dictionary.words[word]?.streets ?? []) ofStreets.add(street, idle - cost);
      for (const city of dictionary.words[word]?.cities ?? []) ofCities.add(city, idle - cost);
    }
    ofStreets.nextWord();
    ofCities.nextWord();
  }
  const total = asked.reduce((sum, { idle }) => sum + idle, 0);
  const least = (street: number) => total - ofStreets.of(street) - ofCities.of(dictionary.streets[street]?.city ?? -1);
  const named = new Set(ofStreets.touched);
  for (const street of streetsOfCities(dictionary, ofCities, named.size === 0 || asked.length === 1)) named.add(street);
  return { streets: [...named].filter((street) => !saysLittle(total, total - least(street))), least };
}

/** A number alone: the streets of the biggest cities. */
function anyStreets(dictionary: StreetDictionary, query: AddressQuery): FoundStreet[] {
  const found: FoundStreet[] = [];
  for (const city of dictionary.cityOrder) {
    if (found.length >= MOST) break;
    for (const street of dictionary.cities[city]?.streets ?? [])
      found.push({ street, id: dictionary.streets[street]?.id ?? '', cost: ONLY_NUMBER, query });
  }
  return found.slice(0, MOST);
}

function compare(dictionary: StreetDictionary, a: FoundStreet, b: FoundStreet): number {
  const apart = Math.round(a.cost * 1000) - Math.round(b.cost * 1000);
  if (apart !== 0) return apart;
  const houses = (place: number) => dictionary.cities[dictionary.streets[place]?.city ?? -1]?.houses ?? 0;
  return houses(b.street) - houses(a.street) || a.street - b.street;
}

/** Looks for exact words and beginnings, or for slips as well; the same word is looked up once. */
function lookIn(dictionary: StreetDictionary, slips: Slips): Look {
  const known = new Map<string, readonly LikeWord[]>();
  return (typed) => {
    const before = known.get(typed);
    if (before) return before;
    const made = slips === 'none' ? exactWords(dictionary, typed) : likeWords(dictionary, typed, slips);
    known.set(typed, made);
    return made;
  };
}

function idleCost(word: string, afterNumber: boolean): number {
  const cost = isNumber(word) ? 1.5 : Math.min(Math.max(word.length * 0.5, 1), 4);
  return afterNumber ? cost / 2 : cost;
}

function askedOf(text: string, idle: number, look: Look): Asked {
  const costs = new Map<number, number>();
  for (const { word, cost } of look(text)) if (cost < (costs.get(word) ?? Number.POSITIVE_INFINITY)) costs.set(word, cost);
  return { idle, costs };
}

/** Houses that stand in a settlement without streets; all streets of a city when nothing but the city was named. */
function* streetsOfCities(dictionary: StreetDictionary, saved: Savings, all: boolean): Generator<number> {
  const houses = (city: number) => dictionary.cities[city]?.houses ?? 0;
  const cities = saved.touched.toSorted((a, b) => saved.of(b) - saved.of(a) || houses(b) - houses(a));
  for (const [at, city] of cities.slice(0, 20).entries()) {
    const { streets, bare } = dictionary.cities[city] ?? { streets: [], bare: null };
    if (bare !== null) yield bare;
    if (all && at < 3) yield* streets.slice(0, LISTED);
  }
}
