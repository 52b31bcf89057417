// Turns typed or registered address text into comparable words: case, ё, look-alike letters, punctuation.
import { fromEnglishLayout, fromEnglishLetters } from './keyboard.ts';
import { fromTranslit } from './transliteration.ts';

const LOOKALIKE: Record<string, string> = {
  a: 'а',
  b: 'в',
  c: 'с',
  e: 'е',
  h: 'н',
  k: 'к',
  m: 'м',
  o: 'о',
  p: 'р',
  t: 'т',
  x: 'х',
  y: 'у',
};
/** Lower case, ё → е, one space between words, latin look-alikes inside Cyrillic words made Cyrillic. */
export function fold(text: string): string {
  const lower = text.normalize('NFC').toLowerCase().replaceAll('ё', 'е');
  return lower
    .replace(/[«»"'`“”„()[\]{}!?*_№#|<>]+/g, ' ')
    .replace(/[–—−]/g, '-')
    .replace(/[a-zа-я0-9]+/g, foldWord)
    .replace(/\s+/g, ' ')
    .trim();
}

function foldWord(word: string): string {
  if (!/[a-z]/.test(word) || !/[а-я\d]/.test(word)) return word;
  return word.replace(/[a-z]/g, (letter) => LOOKALIKE[letter] ?? letter);
}

/** A name's words: folded, ordinals joined («1-я» → «1я»), hyphens and dots opened. */
export function words(name: string): string {
  return joinOrdinals(fold(name))
    .replace(/[-.,/;:]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** «1-я», «1 я», «2-ой» are one word. */
export function joinOrdinals(folded: string): string {
  return folded.replace(
    /(\d+)\s*-?\s*(ая|ый|ой|ий|я|й|е)(?![а-я])/g,
    (_all, digits: string, ending: string) => digits + ending.at(-1),
  );
}

/** «copok» typed wholly by look-alikes: «сорок». */
export function fromLookalikes(text: string): string {
  return text.toLowerCase().replace(/[a-z]/g, (letter) => LOOKALIKE[letter] ?? letter);
}

/** What the typed text may stand for, likeliest first. */
export function readings(text: string): string[] {
  if (!/[a-z]/i.test(text)) return [text];
  const others = [fromEnglishLayout(text), fromEnglishLetters(text), fromTranslit(text), fromLookalikes(text)];
  return [...new Set(/[а-яё]/i.test(text) ? [text, ...others] : others)];
}
