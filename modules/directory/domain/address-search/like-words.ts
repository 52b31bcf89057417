// Which words of the dictionary a typed word may stand for, and at what cost in slips.
import { BEGINNING, BY_SOUND, MISSING_LETTER, OF_KNOWN, OTHER_ENDING } from './costs.ts';
import { edits, slips as slipsBetween, sound, soundPairs } from './likeness.ts';
import type { StreetDictionary, Word } from './street-dictionary.ts';

export interface LikeWord {
  word: number;
  cost: number;
}

/** Of one letter there are too many words to look further than the first. */
const MOST_BEGINNINGS = 400;

/** The word itself, words it begins, numbers with another ending. */
export function exactWords(dictionary: StreetDictionary, typed: string): LikeWord[] {
  if (isNumber(typed)) return sameNumber(dictionary, typed);
  const found: LikeWord[] = [];
  for (let at = firstFrom(dictionary, typed); at < dictionary.sorted.length && found.length < MOST_BEGINNINGS; at += 1) {
    const word = dictionary.sorted[at] ?? 0;
    const { text = '', glued = false } = dictionary.words[word] ?? {};
    if (!text.startsWith(typed)) break;
    if (!glued || text === typed) found.push({ word, cost: beginningCost(text.length - typed.length) });
  }
  return found;
}

/** Words some slips away as well; long words may have more slips. */
export function likeWords(dictionary: StreetDictionary, typed: string, slips: 'some' | 'many'): LikeWord[] {
  const found = exactWords(dictionary, typed);
  if (isNumber(typed) || typed.length < 2) return found;
  const best = new Map(found.map(({ word, cost }) => [word, cost]));
  const asked: Asked = {
    text: typed,
    sound: sound(typed),
    limit: found.some(({ cost }) => cost === 0) ? OF_KNOWN : limitFor(typed.length, slips),
  };
  for (const word of alikeInSound(dictionary, asked)) {
    const cost = costOf(asked, dictionary.words[word] as Word);
    if (cost <= asked.limit && cost < (best.get(word) ?? Number.POSITIVE_INFINITY)) best.set(word, cost);
  }
  return [...best].map(([word, cost]) => ({ word, cost }));
}

interface Asked {
  text: string;
  sound: string;
  limit: number;
}

/** Every slip spoils two pairs of letters at most: words that share too few of them need no closer look. */
function alikeInSound({ words, bySoundPair }: StreetDictionary, asked: Asked): number[] {
  const pairs = soundPairs(asked.sound);
  const least = Math.max(pairs.length - 2 * Math.ceil(asked.limit), 1);
  const shared = new Uint8Array(words.length);
  const alike: number[] = [];
  for (const pair of pairs)
    for (const word of bySoundPair.get(pair) ?? []) {
      const count = (shared[word] as number) + 1;
      shared[word] = count;
      if (count === least) alike.push(word);
    }
  return alike;
}

function costOf(asked: Asked, known: Word): number {
  const longer = known.text.length - asked.text.length;
  const begins = !known.glued && longer > 0 && asked.text.length >= 4 && asked.text[0] === known.text[0];
  const sounds = known.sound === asked.sound ? BY_SOUND : Number.POSITIVE_INFINITY;
  if (!begins && Math.abs(longer) > asked.limit + 1) return sounds;
  const { whole, prefix } = slipsBetween(asked.text, known.text, asked.limit);
  const cost = begins ? Math.min(whole, prefix + beginningCost(longer)) : whole;
  if (cost <= 1 + BY_SOUND || sounds === BY_SOUND || asked.text.length <= 4) return Math.min(cost, sounds);
  return Math.min(cost, BY_SOUND + edits(asked.sound, known.sound, asked.limit));
}

function limitFor(length: number, slips: 'some' | 'many'): number {
  const [some, many] =
    length <= 2
      ? [0.5, 0.5]
      : length === 3
        ? [1, 1]
        : length <= 5
          ? [1.7, 2]
          : length <= 7
            ? [2.2, 2.6]
            : [2.6, length <= 9 ? 3.2 : 4];
  return slips === 'many' ? many : some;
}

/** «14», «1я», «7а». */
export function isNumber(word: string): boolean {
  return /^\d+[а-я]?$/.test(word);
}

function beginningCost(missing: number): number {
  return missing === 0 ? 0 : Math.min(BEGINNING + MISSING_LETTER * missing, 0.6);
}

function sameNumber(dictionary: StreetDictionary, typed: string): LikeWord[] {
  const places = dictionary.byDigits.get(/^\d+/.exec(typed)?.[0] ?? '') ?? [];
  return places.map((word) => ({ word, cost: dictionary.words[word]?.text === typed ? 0 : OTHER_ENDING }));
}

/** First place in alphabetic order that is not before the typed text. */
function firstFrom(dictionary: StreetDictionary, typed: string): number {
  let [low, high] = [0, dictionary.sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((dictionary.words[dictionary.sorted[middle] ?? 0]?.text ?? '') < typed) low = middle + 1;
    else high = middle;
  }
  return low;
}
