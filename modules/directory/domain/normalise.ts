// Turns typed or registered address text into comparable words: case, ё, look-alike letters, punctuation.

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
const LAYOUT_EN = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`";
const LAYOUT_RU = 'йцукенгшщзхъфывапролджэячсмитьбюё';
const TRANSLIT: readonly (readonly [string, string])[] = [
  ['shch', 'щ'],
  ['sch', 'щ'],
  ['yo', 'е'],
  ['zh', 'ж'],
  ['kh', 'х'],
  ['ts', 'ц'],
  ['ch', 'ч'],
  ['sh', 'ш'],
  ['yu', 'ю'],
  ['ju', 'ю'],
  ['ya', 'я'],
  ['ja', 'я'],
  ['iy', 'ий'],
  ['yj', 'ый'],
];
const TRANSLIT_ONE: Record<string, string> = Object.fromEntries(
  'a:а b:б c:к d:д e:е f:ф g:г h:х i:и j:й k:к l:л m:м n:н o:о p:п q:к r:р s:с t:т u:у v:в w:в x:х y:ы z:з'
    .split(' ')
    .map((pair) => pair.split(':')),
);

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

/** The same keys on the Russian layout: «htcge,kbrb» → «республики». */
export function fromEnglishLayout(text: string): string {
  return [...text.toLowerCase()].map((letter) => LAYOUT_RU[LAYOUT_EN.indexOf(letter)] ?? letter).join('');
}

/** «respubliki» → «республики», near enough for the typo path. */
export function fromTranslit(text: string): string {
  let result = text.toLowerCase();
  for (const [latin, cyrillic] of TRANSLIT) result = result.replaceAll(latin, cyrillic);
  return result.replace(/[a-z]/g, (letter) => TRANSLIT_ONE[letter] ?? letter);
}

/** «мирa» typed wholly by look-alikes of the latin layout: «copok» → «сорок». */
export function fromLookalikes(text: string): string {
  return text.toLowerCase().replace(/[a-z]/g, (letter) => LOOKALIKE[letter] ?? letter);
}

/** What the typed text may stand for, likeliest first. */
export function readings(text: string): string[] {
  if (!/[a-z]/i.test(text)) return [text];
  const mixed = /[а-яё]/i.test(text);
  const all = mixed
    ? [text, fromLookalikes(text), fromEnglishLayout(text), fromTranslit(text)]
    : [fromEnglishLayout(text), fromTranslit(text), fromLookalikes(text)];
  return [...new Set(all)];
}
