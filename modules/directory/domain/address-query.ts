// Reads what a person typed into a search box: words of the street and city, and the number of the house.
import { isLikeTypeWord, typeWord } from './address-words.ts';
import { houseKey } from './house-number.ts';
import { fold, joinOrdinals, readings } from './normalise.ts';

export interface AddressQuery {
  /** Words of city and street, without type words. */
  words: readonly string[];
  /** Comparable house numbers that may be meant, likeliest first; empty = no number typed. */
  numbers: readonly string[];
}

const MAX_LENGTH = 120;
/** A number before one of these belongs to the street's name. */
const NAME_AFTER_NUMBER =
  /^(лет|летия|летие|января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря|гвардейск)/;
/** Type words that are also names of streets. */
const ALSO_NAMES = /^(набережная|площадь|линия|аллея|квартал|тракт|территория|республика|край|область|дом|село|город|литера)$/;

/** Every way to read the text, likeliest first: keyboard layout × which number is the house. */
export function readQuery(text: string): AddressQuery[] {
  const seen = new Set<string>();
  return readings(text.slice(0, MAX_LENGTH))
    .flatMap((reading) => {
      const all = tokens(reading);
      return [...interpret(all), ...interpret(all.filter((token) => !isLikeTypeWord(token)))];
    })
    .filter((query) => {
      const key = JSON.stringify(query);
      return (query.words.length > 0 || query.numbers.length > 0) && !seen.has(key) && Boolean(seen.add(key));
    });
}

function tokens(text: string): string[] {
  const spaced = joinOrdinals(fold(text))
    .replace(/[.,;:]+/g, ' ')
    .replace(/\\/g, '/')
    .replace(/\s*\/\s*/g, '/')
    .replace(/([а-яa-z]{2,})-?(?=\d)/g, '$1 ')
    .replace(/(^|\s)([дгк])(?=\d)/g, '$1$2 ')
    .replace(/(\d)\s*-\s*(?=\d)/g, '$1/');
  return spaced
    .split(' ')
    .flatMap((token) => (typeWord(token) || /^\d/.test(token) ? [token] : token.split('-')))
    .filter((token) => token && token !== '/');
}

function interpret(all: readonly string[]): AddressQuery[] {
  const candidates = all.map((token, index) => ({ token, index })).filter(({ token, index }) => isNumberStart(all, token, index));
  const found = candidates.map(({ index }) => withNumberAt(all, index));
  const likeliest = found
    .toSorted((a, b) => Number(a.followed) - Number(b.followed))
    .map(({ followed: _followed, ...query }) => query);
  const bare = { words: nameWords(all), numbers: [] };
  return [...likeliest, bare];
}

function isNumberStart(all: readonly string[], token: string, index: number): boolean {
  if (!/^\d/.test(token) || /^\d+[яйе]$/.test(token) || /^\d{6}$/.test(token)) return false;
  if (NAME_AFTER_NUMBER.test(all[index + 1] ?? '')) return false;
  const before = typeWord(all[index - 1] ?? '');
  return !before || before.kind === 'house' || !['block', 'building', 'flat', 'letter'].includes(before.kind);
}

function withNumberAt(all: readonly string[], index: number): AddressQuery & { followed: boolean } {
  let end = index + 1;
  while (end < all.length && belongsToNumber(all, end)) end += 1;
  const afterFlat = typeWord(all[end] ?? '')?.kind === 'flat' ? end + 2 : end;
  const words = nameWords([...all.slice(0, index), ...all.slice(afterFlat)]);
  const followed = all.slice(afterFlat).some((token) => !typeWord(token)) || words.length === 0;
  return { words, numbers: numberKeys(all.slice(index, end)), followed };
}

function belongsToNumber(all: readonly string[], at: number): boolean {
  const token = all[at] ?? '';
  const kind = typeWord(token)?.kind;
  if (kind === 'block' || kind === 'building' || kind === 'letter') return true;
  if (token === 'с' && /^\d/.test(all[at + 1] ?? '')) return true;
  if (/^\d/.test(token)) return !NAME_AFTER_NUMBER.test(all[at + 1] ?? '');
  if (/^[абве]$/.test(token)) return true;
  return /^[а-я]$/.test(token) && (at === all.length - 1 || Boolean(typeWord(all[at + 1] ?? '')));
}

/** «14 5» may be block 5 of house 14 or flat 5 of it. */
function numberKeys(tail: readonly string[]): string[] {
  const key = houseKey(tail.join(' '));
  if (!key.includes(' ')) return key.includes('/') ? [key, key.split('/')[0] ?? key] : [key];
  const first = key.split(' ')[0] ?? key;
  return [key.replaceAll(' ', '/'), first, ...(first.includes('/') ? [first.split('/')[0] ?? first] : [])];
}

function nameWords(all: readonly string[]): string[] {
  const strict = all.filter((token) => !typeWord(token) && !(token.length === 1 && /[а-яa-z]/.test(token)));
  const kept = strict.some((token) => /[а-яa-z]/.test(token))
    ? strict
    : all.filter((token) => !typeWord(token) || ALSO_NAMES.test(token));
  return kept.slice(0, 8);
}
