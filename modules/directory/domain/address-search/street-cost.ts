// What it costs to take the typed words for one street: slips, words that say nothing, parts of the name nobody typed.
import { CITY_WORD, NO_NAME, ONLY_CITY, OTHER_TYPE } from './costs.ts';
import type { City, Street, StreetDictionary } from './street-dictionary.ts';

export interface Asked {
  /** What it costs when the word means nothing here. */
  idle: number;
  /** Words of the dictionary it may stand for. */
  costs: ReadonlyMap<number, number>;
}

/** Infinity where nothing of the street or its city was named. */
export function costOf(dictionary: StreetDictionary, place: number, asked: readonly Asked[], types: readonly string[]): number {
  const street = dictionary.streets[place];
  const city = dictionary.cities[street?.city ?? -1];
  if (!street || !city) return Number.POSITIVE_INFINITY;
  const named = new Set<number>();
  let [cost, total] = [0, 0];
  let onlyCity = true;
  for (const { idle, costs } of asked) {
    total += idle;
    const onStreet = nearest(street.words, street.glued, costs);
    const inCity = nearest(city.words, city.glued, costs);
    const best = onStreet.cost <= inCity.cost ? onStreet : inCity;
    onlyCity &&= inCity.cost <= idle;
    cost += Math.min(best.cost, idle);
    if (best.cost <= idle) named.add(best.word);
  }
  if (named.size === 0 || saysLittle(total, total - cost)) return Number.POSITIVE_INFINITY;
  const unnamed = unnamedCost(dictionary, street, named);
  return cost + (onlyCity ? Math.min(unnamed, ONLY_CITY) : unnamed) + unnamedCity(city, named) + typeCost(street.type, types);
}

/** A likeness by chance: most of the text means something else. */
export function saysLittle(total: number, saved: number): boolean {
  return saved < 2 && saved < total / 4;
}

function nearest(words: readonly number[], glued: number, costs: ReadonlyMap<number, number>): { word: number; cost: number } {
  let best = { word: glued, cost: costs.get(glued) ?? Number.POSITIVE_INFINITY };
  for (const word of words) {
    const cost = costs.get(word);
    if (cost !== undefined && cost < best.cost) best = { word, cost };
  }
  return best;
}

function unnamedCost(dictionary: StreetDictionary, { words, glued }: Street, named: ReadonlySet<number>): number {
  if (words.length === 0 || named.has(glued)) return 0;
  const left = words.filter((word) => !named.has(word));
  if (left.length === words.length) return NO_NAME;
  return left.reduce((sum, word) => sum + silence(dictionary.words[word]?.text ?? ''), 0);
}

/** A number in a name tells streets apart; a first name or «имени» does not. */
function silence(word: string): number {
  if (/^\d/.test(word)) return 1;
  return word.length <= 4 ? 0.1 : Math.min(word.length, 6) * 0.1;
}

function unnamedCity({ words, glued }: City, named: ReadonlySet<number>): number {
  const left = words.filter((word) => !named.has(word)).length;
  return left < words.length && !named.has(glued) ? left * CITY_WORD : 0;
}

function typeCost(type: string, types: readonly string[]): number {
  if (types.length === 0 || types.includes(type) || (types.includes('пр-кт') && type === 'проезд')) return 0;
  return OTHER_TYPE;
}
