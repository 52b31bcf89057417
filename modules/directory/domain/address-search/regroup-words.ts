// Other places for the spaces of a query.
import type { AddressQuery } from './address-query.ts';
import { typeWord } from './address-words.ts';
import type { StreetDictionary } from './street-dictionary.ts';

/** Longer than this the text is a remark. */
const MOST_WORDS = 6;

/** Words typed together or apart by mistake: «респуб лики», «пер мякова», «улленина», «тюменьсадовая». */
export function regrouped(dictionary: StreetDictionary, query: AddressQuery): AddressQuery[] {
  const { words } = query;
  if (words.length > MOST_WORDS) return [];
  const made: string[][] = [];
  for (const [at, word] of words.entries()) {
    const [before, after] = [words.slice(0, at), words.slice(at + 1)];
    if (at > 0) made.push([...before.slice(0, -1), `${words[at - 1]}${word}`, ...after]);
    const type = query.typeBefore[at];
    if (type) made.push([...before, `${type}${word}`, ...after]);
    for (const parts of splits(dictionary, word)) made.push([...before, ...parts, ...after]);
  }
  return made.map((list) => ({ ...query, words: list, before: Math.min(query.before + 1, list.length) }));
}

function splits(dictionary: StreetDictionary, word: string): string[][] {
  if (word.length < 5 || dictionary.byText.has(word)) return [];
  const made: string[][] = [];
  for (let at = 1; at <= word.length - 3; at += 1) {
    const [head, tail] = [word.slice(0, at), word.slice(at)];
    if (typeWord(head)) made.push([tail]);
    else if (dictionary.byText.has(head) || (tail.length > 3 && dictionary.byText.has(tail) && at > 2)) made.push([head, tail]);
  }
  return made.slice(0, 6);
}
