// Takes a registered address line apart: «625000, Тюменская обл, г. Тюмень, ул. Республики, д. 14, корп. 1».
import { type PartKind, typeWord } from './address-words.ts';
import { houseKey } from './house-number.ts';
import { fold, words } from './normalise.ts';

export interface ParsedAddress {
  postalCode: string | null;
  region: string | null;
  district: string | null;
  city: string;
  street: string;
  /** As printed: «14 корп. 1». */
  number: string;
  numberKey: string;
  /** Comparable words without types. */
  cityNorm: string;
  streetNorm: string;
  searchText: string;
  /** «г. Тюмень, ул. Республики, д. 14 корп. 1» */
  address: string;
}

interface Part {
  kind: PartKind;
  print: string;
  name: string;
}

/** Null when the line names no house. */
export function parseAddress(raw: string): ParsedAddress | null {
  const pieces = raw
    .replace(/\s+/g, ' ')
    .split(',')
    .map((piece) => piece.trim())
    .filter(Boolean);
  const postalCode = pieces[0] && /^\d{6}$/.test(pieces[0]) ? (pieces.shift() ?? null) : null;
  const parts = pieces.map((piece, index) => readPart(piece, index, pieces.length)).filter((part) => part !== null);
  const named = (kind: PartKind) => parts.find((part) => part.kind === kind);
  const number = printNumber(parts);
  const city = named('city') ?? named('settlement') ?? named('region');
  if (!number || !city) return null;
  const place = parts.filter((part) => part.kind === 'city' || part.kind === 'settlement');
  const streets = parts.filter((part) => part.kind === 'street');
  return assemble({
    postalCode,
    region: named('region'),
    district: named('district'),
    place: place.length > 0 ? place : [city],
    streets,
    number,
  });
}

function assemble(input: {
  postalCode: string | null;
  region?: Part;
  district?: Part;
  place: Part[];
  streets: Part[];
  number: string;
}): ParsedAddress {
  const city = input.place.map(print).join(', ');
  const street = input.streets.map(print).join(', ');
  const cityNorm = words(input.place.map((part) => part.name).join(' '));
  const streetNorm = words(input.streets.map((part) => part.name).join(' '));
  return {
    postalCode: input.postalCode,
    region: input.region ? input.region.name : null,
    district: input.district ? input.district.name : null,
    city,
    street,
    number: input.number,
    numberKey: houseKey(input.number),
    cityNorm,
    streetNorm,
    searchText: `${cityNorm} ${streetNorm}`.trim(),
    address: [city, street, `д. ${input.number}`].filter(Boolean).join(', '),
  };
}

function readPart(piece: string, index: number, count: number): Part | null {
  const tokens = piece.replace(/^([а-яё-]{1,6}\.)(?=\S)/i, '$1 ').split(' ');
  const first = typeWord(fold(tokens[0] ?? ''));
  const last = typeWord(fold(tokens.at(-1) ?? ''));
  if (first && tokens.length > 1 && fits(first.kind, tokens.slice(1).join(' ')))
    return { ...clarify(first, tokens.slice(1).join(' ')), name: tokens.slice(1).join(' ') };
  if (last && tokens.length > 1) return { ...last, name: tokens.slice(0, -1).join(' ') };
  if (/^\d+[а-яa-z]?([/-]\d+)?[а-яa-z]?$/i.test(piece) && index === count - 1) return { kind: 'house', print: 'д.', name: piece };
  return /^\d/.test(piece) ? null : { kind: index < 2 ? 'region' : 'street', print: '', name: piece };
}

/** «д» before a word is a village; «к», «с» before a word are not a block or a village's type by mistake. */
function fits(kind: PartKind, rest: string): boolean {
  return kind === 'block' || kind === 'building' ? /\d/.test(rest) : true;
}

function clarify(word: { kind: PartKind; print: string }, rest: string): { kind: PartKind; print: string } {
  return word.kind === 'house' && !/^\d/.test(rest) ? { kind: 'settlement', print: 'д.' } : word;
}

function printNumber(parts: readonly Part[]): string {
  const house = parts.find((part) => part.kind === 'house');
  if (!house) return '';
  const extra = parts.filter((part) => part.kind === 'block' || part.kind === 'building' || part.kind === 'letter');
  return [house.name.replace(/\s+/g, ' '), ...extra.map((part) => `${part.print} ${part.name}`)].join(' ');
}

function print(part: Part): string {
  return part.print ? `${part.print} ${part.name}` : part.name;
}
