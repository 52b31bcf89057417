// Reads what a person typed into a search box: words of the street and city, and the number of the house.
import { isLikeTypeWord, typeWord } from './address-words.ts';
import { houseKey } from './house-number.ts';
import { fold, joinOrdinals, readings } from './normalise.ts';
import { withDigits } from './number-words.ts';

export interface AddressQuery {
  /** Words of city and street, without type words. */
  words: readonly string[];
  /** How many of them stand before the number: what follows it is more often a remark. */
  before: number;
  /** The type word right before each word, which may be its beginning: «пер мякова». */
  typeBefore: readonly string[];
  /** Words that may be part of a name or say nothing: «набережная», «Тюменская» before «обл.», «пер» while «Пермякова» is being typed. */
  spare: readonly string[];
  /** Comparable house numbers that may be meant, likeliest first; empty = no number typed. */
  numbers: readonly string[];
  /** Kinds of street that were named, as printed. */
  types: readonly string[];
  postalCode: string | null;
}

const MAX_LENGTH = 200;
const MAX_WORDS = 10;
const MAX_READINGS = 16;
/** A number before one of these belongs to the street's name. */
const NAME_AFTER_NUMBER =
  /^(лет|летия|летие|января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря|гвардейск[а-я]*)$/;
/** Type words that are also names of streets. */
const ALSO_NAMES =
  /^(набережная|площадь|линия|аллея|квартал|тракт|территория|республика|респ|край|область|дом|село|город|литера)$/;
const REGION_NAME = /(ая|ий|ый|ой)$/;
const POSTAL_CODE = /^\d{6}$/;

/** Every way to read the text, likeliest first: keyboard layout × which number is the house. */
export function readQuery(text: string): AddressQuery[] {
  const letter = /^[а-я]$/.exec(fold(text))?.[0];
  if (letter) return [{ ...namesOf([], 0), words: [letter], typeBefore: [''], numbers: [] }];
  const seen = new Set<string>();
  return readings(text.slice(0, MAX_LENGTH))
    .flatMap((reading) => interpret(tokens(reading)))
    .filter((query) => {
      const key = JSON.stringify(query);
      const says = query.words.length > 0 || query.numbers.length > 0 || query.postalCode !== null;
      return says && !seen.has(key) && Boolean(seen.add(key));
    })
    .slice(0, MAX_READINGS);
}

function tokens(text: string): string[] {
  const spaced = withDigits(joinOrdinals(fold(text)))
    .replace(/(\d)\s*-?\s*(?:го|ти|х)(?![а-я])/g, '$1')
    .replace(/(\d)-?([яй])(?=[а-я]{4})/g, '$1$2 ')
    .replace(/\\/g, '/')
    .replace(/(\d)\.(?=\d)/g, '$1/')
    .replace(/[.,;:]+/g, ' ')
    .replace(/(?<!\d[а-я]?\s*)\/|\/(?!\s*\d)/g, ' ')
    .replace(/\s*\/\s*/g, '/')
    .replace(/(\d)(?=[а-я]{2})/g, '$1 ')
    .replace(/([а-яa-z]{2,})-?(?=\d)/g, '$1 ')
    .replace(/(^|\s)([дгкп])(?=\d)/g, '$1$2 ')
    .replace(/(\d[а-я]?)\s*-\s*(?=\d)/g, '$1-');
  const all = spaced
    .split(/\s+/)
    .flatMap((token) => (typeWord(token) || /^\d/.test(token) ? [token] : token.split('-')))
    .filter((token) => token && token !== '/');
  return withoutFlats(all);
}

/** «кв 5», «п 2», «2 подъезд», «этаж» after the house's number. */
function withoutFlats(all: readonly string[]): string[] {
  const kept: string[] = [];
  for (let at = 0; at < all.length; at += 1) {
    const [token, next] = [all[at] ?? '', all[at + 1] ?? ''];
    const [digits, digitsNext] = [/^\d+[йяе]?$/.test(token), /^\d/.test(next)];
    const numbered = kept.some((known) => /^\d/.test(known) && !POSTAL_CODE.test(known));
    if ((isFlat(token) || (token === 'п' && numbered)) && digitsNext) at += 1;
    else if (isFlat(token) && numbered) continue;
    else if (numbered && digits && isFlat(next) && !/^\d/.test(all[at + 2] ?? '')) at += 1;
    else kept.push(token);
  }
  return kept;
}

function isFlat(token: string): boolean {
  return typeWord(token)?.kind === 'flat';
}

function interpret(all: readonly string[]): AddressQuery[] {
  const starts = [...all.keys()].filter((index) => isNumberStart(all, index));
  const found = starts.map((index) => withNumberAt(all, index)).toSorted((a, b) => Number(a.followed) - Number(b.followed));
  const dashed = starts.flatMap((index) => withStreetBeforeDash(all, index));
  return [
    ...found.map(({ followed: _followed, ...query }) => query),
    ...dashed,
    { ...namesOf(all, all.length, all.at(-1)), numbers: [] },
  ];
}

function isNumberStart(all: readonly string[], index: number): boolean {
  const token = all[index] ?? '';
  if (!/^\d/.test(token) || /^\d+[яй]$/.test(token) || POSTAL_CODE.test(token)) return false;
  if (NAME_AFTER_NUMBER.test(all[index + 1] ?? '')) return false;
  const ofHouse = ['block', 'building', 'letter'].includes(typeWord(all[index - 1] ?? '')?.kind ?? '');
  return !ofHouse || !/^\d/.test(all[index - 2] ?? '');
}

function withNumberAt(all: readonly string[], index: number): AddressQuery & { followed: boolean } {
  let end = index + 1;
  while (end < all.length && belongsToNumber(all, end)) end += 1;
  const names = namesOf([...all.slice(0, index), ...all.slice(end)], index, end < all.length ? all.at(-1) : undefined);
  const followed = all.slice(end).some((token) => !typeWord(token)) || names.words.length === 0;
  return { ...names, numbers: numberKeys(all.slice(index, end)), followed };
}

/** «7а-14» may be house 14 in the block 7а. */
function withStreetBeforeDash(all: readonly string[], index: number): AddressQuery[] {
  const [, street = '', number = ''] = /^(\d+[а-я]?)-(\d.*)$/.exec(all[index] ?? '') ?? [];
  if (!number) return [];
  return [{ ...namesOf(all.toSpliced(index, 1, street), index + 1), numbers: numberKeys([number]) }];
}

function belongsToNumber(all: readonly string[], at: number): boolean {
  const token = all[at] ?? '';
  const next = all[at + 1] ?? '';
  const kind = typeWord(token)?.kind;
  if (kind === 'block' || kind === 'building') return /^\d/.test(next) || /^[а-е]$/.test(next);
  if (kind === 'letter') return true;
  if (token === 'с' && /^\d/.test(next)) return true;
  if (/^\d/.test(token)) return !NAME_AFTER_NUMBER.test(next) && !/^\d+[яй]$/.test(token) && !POSTAL_CODE.test(token);
  if (/^[абве]$/.test(token)) return true;
  return /^[а-я]$/.test(token) && (at === all.length - 1 || Boolean(typeWord(next)));
}

/** «14 5» may be block 5 of house 14 or flat 5 of it; «14/1-45» has a flat behind. */
function numberKeys(tail: readonly string[]): string[] {
  const key = houseKey(tail.join(' ')).replaceAll(' ', '/');
  const parts = key.split('/');
  return parts.map((_part, at) => parts.slice(0, parts.length - at).join('/'));
}

/** `last` is what the text ends with: perhaps half a word. */
function namesOf(all: readonly string[], numberAt: number, last?: string): Omit<AddressQuery, 'numbers'> {
  const words: string[] = [];
  const typeBefore: string[] = [];
  const spare: string[] = [];
  let before = 0;
  for (const [at, token] of all.entries()) {
    const type = typeWord(token);
    if (POSTAL_CODE.test(token) || (token.length === 1 && !/\d/.test(token))) continue;
    const unfinished = at === all.length - 1 && token === last;
    if (type ? ALSO_NAMES.test(token) || unfinished : isLikeTypeWord(token) || isRegionName(all, at)) spare.push(token);
    else if (!type) {
      words.push(token);
      typeBefore.push(typeWord(all[at - 1] ?? '') ? (all[at - 1] ?? '') : '');
      if (at < numberAt) before += 1;
    }
  }
  const names = words.some((word) => /[а-яa-z]/.test(word))
    ? { words, spare, before }
    : { words: [...words, ...spare], spare: [], before: 0 };
  return {
    words: names.words.slice(0, MAX_WORDS),
    before: names.before,
    typeBefore,
    spare: names.spare,
    types: (last === all.at(-1) ? all.slice(0, -1) : all)
      .map(typeWord)
      .filter((type) => type?.kind === 'street')
      .map((type) => type?.print ?? ''),
    postalCode: all.find((token) => POSTAL_CODE.test(token)) ?? null,
  };
}

/** «Тюменская» beside «обл.» or «р-н» is not where the house stands. */
function isRegionName(all: readonly string[], at: number): boolean {
  const besides = (token: string | undefined) => ['region', 'district'].includes(typeWord(token ?? '')?.kind ?? '');
  return REGION_NAME.test(all[at] ?? '') && (besides(all[at + 1]) || besides(all[at - 1]));
}
